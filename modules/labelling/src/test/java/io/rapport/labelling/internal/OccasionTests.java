package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What tests of occasions share: a bench, rules to publish, a look into the table. */
abstract class OccasionTests {

    static final String REFUND =
            "{'name':'Refunds','event':'messageReceived','when':{'field':'message.text','op':'contains','value':'refund'},'then':[{'addLabel':'refund request'},{'addLabel':'vip','of':'contact'}]}";
    static final String FROM_VIETNAM =
            "{'name':'Vietnam','event':'messageReceived','when':{'field':'session.country','op':'is','value':'VN'},'then':[{'addLabel':'priority::high'}]}";
    static final String NOT_FROM_VIETNAM =
            "{'name':'Foreign','event':'messageReceived','when':{'field':'session.country','op':'isNot','value':'VN'},'then':[{'addLabel':'foreign'}]}";
    static final String WELCOME =
            "{'name':'Welcome','event':'conversationCreated','when':{'field':'session.language','op':'startsWith','value':'vi'},'then':[{'addLabel':'vip'}]}";

    static Bench bench;
    static World world;

    @BeforeAll
    static void start() {
        bench = new Bench();
        world = bench.world;
    }

    @AfterAll
    static void stop() throws IOException {
        bench.close();
    }

    @BeforeEach
    void clear() {
        bench.clear();
        world.startOver();
    }

    static String hour() {
        return "{'name':'Late','event':'messageReceived','when':{'field':'time.hour','op':'gte','value':20},'then':[{'addLabel':'foreign'}]}";
    }

    static void publish(String... rules) {
        bench.publish("[" + String.join(",", rules) + "]");
    }

    static LabelId label(String name) {
        return bench.labels.id(name);
    }

    static LabelsDecided onlyDecision() {
        assertThat(bench.decided).hasSize(1);
        return bench.decided.get(0);
    }

    static List<String> names(LabelsDecided decided) {
        return decided.decisions().stream()
                .map(decision -> decision.rule().name())
                .toList();
    }

    static ValuesSupplied supplied() {
        return new ValuesSupplied(
                Subject.of(world.session),
                Source.PLUGIN,
                List.of(),
                world.session,
                null,
                Actor.system(),
                World.CREATED);
    }

    static MessagePosted copy(MessagePosted message, Actor actor, boolean isPrivate) {
        return new MessagePosted(
                message.conversation(),
                message.message(),
                message.sequence(),
                message.site(),
                message.visitor(),
                message.session(),
                message.text(),
                isPrivate,
                null,
                actor,
                message.at());
    }

    static Map<String, Object> row(OccasionId id) {
        return bench.jdbi.withHandle(handle -> handle.createQuery("select * from labelling.occasion where id = :id")
                .bind("id", id.value())
                .mapToMap()
                .one());
    }

    static List<String> events() {
        return bench.jdbi.withHandle(
                handle -> handle.createQuery("select event from labelling.occasion order by at, id")
                        .mapTo(String.class)
                        .list());
    }

    static List<String> pending() {
        return bench.jdbi.withHandle(handle -> handle.createQuery(
                        "select unnest(pending) from labelling.occasion where pending_until is not null")
                .mapTo(String.class)
                .list());
    }
}
