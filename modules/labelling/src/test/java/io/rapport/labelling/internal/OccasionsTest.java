package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.events.Actor;
import io.rapport.events.Fact;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.events.ValuesSupplied;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An occasion")
class OccasionsTest {

    private static final String REFUND =
            "{'name':'Refunds','event':'messageReceived','when':{'field':'message.text','op':'contains','value':'refund'},'then':[{'addLabel':'refund request'},{'addLabel':'vip','of':'contact'}]}";
    private static final String FROM_VIETNAM =
            "{'name':'Vietnam','event':'messageReceived','when':{'field':'session.country','op':'is','value':'VN'},'then':[{'addLabel':'priority::high'}]}";
    private static final String NOT_FROM_VIETNAM =
            "{'name':'Foreign','event':'messageReceived','when':{'field':'session.country','op':'isNot','value':'VN'},'then':[{'addLabel':'foreign'}]}";
    private static final String WELCOME =
            "{'name':'Welcome','event':'conversationCreated','when':{'field':'session.language','op':'startsWith','value':'vi'},'then':[{'addLabel':'vip'}]}";

    private static Bench bench;
    private static World world;

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

    @Test
    void tellsTheOwnersWhatRulesDecidedAndWhy() {
        publish(REFUND);
        MessagePosted message = world.says(2, "I want a REFUND");
        bench.listeners.on(message);
        LabelsDecided decided = onlyDecision();
        assertThat(decided.conversation()).isEqualTo(world.conversation);
        assertThat(decided.contact()).isEqualTo(world.contact);
        assertThat(decided.decisions())
                .extracting(LabelDecision::add, LabelDecision::label, LabelDecision::of)
                .containsExactly(
                        tuple(true, label("refund request"), Subject.Kind.CONVERSATION),
                        tuple(true, label("vip"), Subject.Kind.CONTACT));
        assertThat(decided.decisions().get(0).rule()).satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("Refunds");
            assertThat(rule.revision()).isEqualTo(1);
            assertThat(rule.sentence())
                    .isEqualTo(
                            "when the message contains \"refund\" then add label \"refund request\" and add label \"vip\" to the contact");
            assertThat(rule.facts()).containsExactly(new Fact("message.text", null, message.message()));
        });
    }

    @Test
    void recordsWhatItSawAndTheMessageByReferenceOnly() {
        publish(REFUND, FROM_VIETNAM, hour());
        world.country = "VN";
        world.contactLabels.add(label("vip"));
        MessagePosted message = world.says(2, "secret words");
        bench.listeners.on(message);
        Map<String, Object> row = row(onlyDecision().occasion());
        assertThat(JsonText.object(row.get("facts").toString()))
                .isEqualTo(Bench.json("{'conversation.labels':null,'contact.labels':['" + label("vip")
                        + "'],'session.country':'VN','time.hour':21}"));
        assertThat(row.toString()).doesNotContain("secret");
        assertThat(row)
                .containsEntry("message_id", message.message().value())
                .containsEntry("message_sequence", 2L)
                .containsEntry("event", "messageReceived")
                .containsEntry("revision", 1L)
                .containsEntry("contact_id", world.contact.value());
    }

    @Test
    void isRecordedEvenWithoutRules() {
        bench.listeners.on(world.says(2, "hello"));
        assertThat(bench.decided).isEmpty();
        assertThat(events()).containsExactly("messageReceived");
    }

    @Test
    void isTheSameWhenItsEventIsDeliveredAgain() {
        publish(REFUND);
        MessagePosted message = world.says(1, "refund");
        bench.listeners.on(message);
        bench.listeners.on(message);
        assertThat(bench.decided).hasSize(1);
        assertThat(events()).containsExactly("conversationCreated", "messageReceived");
    }

    @Test
    void hasAnIdThatSortsByTimeAndIsDerivedFromItsEvent() {
        MessagePosted message = world.says(2, "hi");
        OccasionId id = Occasion.received(message).id();
        assertThat(id).isEqualTo(Occasion.received(message).id());
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.value().getMostSignificantBits() >>> 16)
                .isEqualTo(message.message().value().getMostSignificantBits() >>> 16);
        assertThat(id).isNotEqualTo(Occasion.received(world.says(2, "hi")).id());
    }

    @Test
    void ofTheCreationComesBeforeThatOfTheFirstMessageWhichSeesItsLabels() {
        publish(
                WELCOME,
                "{'name':'Seen','event':'messageReceived','when':{'field':'conversation.labels','op':'hasLabel','value':'vip'},'then':[{'addLabel':'priority::high'}]}");
        bench.evaluator.decided = new Firing<>(decided -> {
            bench.decided.add(decided);
            decided.decisions().forEach(decision -> world.conversationLabels.add(decision.label()));
        });
        bench.listeners.on(world.says(1, "xin chào"));
        assertThat(bench.decided)
                .extracting(decided -> decided.decisions().get(0).rule().name())
                .containsExactly("Welcome", "Seen");
        bench.listeners.on(world.says(2, "again"));
        assertThat(events()).containsExactly("conversationCreated", "messageReceived", "messageReceived");
    }

    @Test
    void onePassDoesNotChain() {
        publish(
                REFUND,
                "{'name':'Chained','event':'messageReceived','when':{'field':'conversation.labels','op':'hasLabel','value':'refund request'},'then':[{'addLabel':'priority::high'}]}");
        bench.listeners.on(world.says(2, "refund"));
        assertThat(names(onlyDecision())).containsExactly("Refunds", "Refunds");
    }

    @Test
    void isNotMadeOfAgentsMessagesNotesAndFinalisedConversations() {
        MessagePosted said = world.says(2, "refund");
        bench.listeners.on(copy(said, Bench.MAI, false));
        bench.listeners.on(copy(said, said.actor(), true));
        world.status = "finalised";
        bench.listeners.on(said);
        assertThat(events()).isEmpty();
    }

    @Test
    void leavesOutRulesThatReadWhatIsPendingAndAddsThemWhenItIsSupplied() {
        publish(REFUND, FROM_VIETNAM, NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "refund"));
        assertThat(names(onlyDecision())).containsOnly("Refunds");
        assertThat(pending()).containsExactly("session.country");

        world.country = "VN";
        world.pending = Set.of();
        bench.listeners.on(supplied());
        assertThat(names(bench.decided.get(1))).containsExactly("Refunds", "Refunds", "Vietnam");
        assertThat(bench.decided.get(1).occasion())
                .isEqualTo(bench.decided.get(0).occasion());
        assertThat(pending()).isEmpty();

        bench.listeners.on(supplied());
        assertThat(bench.decided).hasSize(2);
    }

    @Test
    void keepsFactsThatWereKnownWhenItIsEvaluatedAgain() {
        publish(
                FROM_VIETNAM,
                "{'name':'Windows','event':'messageReceived','when':{'field':'session.os','op':'is','value':'Windows'},'then':[{'addLabel':'vip'}]}",
                "{'name':'Unlabelled','event':'messageReceived','when':{'field':'conversation.labels','op':'isEmpty'},'then':[{'addLabel':'foreign'}]}");
        world.operatingSystem = "Windows";
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "hi"));
        world.operatingSystem = "Linux";
        world.conversationLabels.add(label("foreign"));
        world.country = "VN";
        world.pending = Set.of();
        bench.listeners.on(supplied());
        assertThat(names(bench.decided.get(1))).containsExactly("Vietnam", "Windows", "Unlabelled");
    }

    @Test
    void seesNothingKnownAfterThreeSecondsEvenAfterARestart() {
        publish(FROM_VIETNAM, NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "hi"));
        assertThat(bench.decided).isEmpty();

        bench.restart();
        bench.clock.forward(Duration.ofMillis(2_999));
        bench.overdue.look();
        assertThat(bench.decided).isEmpty();
        assertThat(pending()).containsExactly("session.country");

        bench.clock.forward(Duration.ofMillis(1));
        bench.overdue.look();
        assertThat(names(onlyDecision())).containsExactly("Foreign");
        assertThat(pending()).isEmpty();
        bench.overdue.look();
        assertThat(bench.decided).hasSize(1);
    }

    @Test
    void waitsOnWhileSomeOfWhatIsOwedIsStillOwed() {
        publish(FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "hi"));
        bench.listeners.on(supplied());
        assertThat(pending()).containsExactly("session.country");
        bench.clock.forward(Duration.ofSeconds(3));
        bench.overdue.look();
        assertThat(pending()).isEmpty();
    }

    @Test
    void doesNotWaitForWhatNoRuleReads() {
        publish(REFUND);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "hi"));
        assertThat(pending()).isEmpty();
    }

    @Test
    void takesBackWhatItDecidedWhenNothingMatchesAnyMore() {
        publish(FROM_VIETNAM, REFUND);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "refund"));
        publish(FROM_VIETNAM);
        world.pending = Set.of();
        bench.listeners.on(supplied());
        assertThat(bench.decided.get(1).decisions()).isEmpty();
        assertThat(bench.decided.get(1).occasion())
                .isEqualTo(bench.decided.get(0).occasion());
    }

    @Test
    void ofAnErasedMessageOrAFinalisedConversationHoldsUpNothing() {
        publish(REFUND.replace(
                "'field':'message.text','op':'contains','value':'refund'",
                "'all':[{'field':'message.text','op':'isPresent'},{'field':'session.country','op':'isEmpty'}]"));
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "refund"));
        bench.listeners.on(world.says(3, "refund"));
        world.messages.clear();
        world.pending = Set.of();
        bench.listeners.on(supplied());
        assertThat(bench.decided).isEmpty();

        bench.listeners.on(world.says(4, "refund"));
        world.pending = Set.of("country");
        bench.listeners.on(world.says(5, "refund"));
        world.status = "finalised";
        world.pending = Set.of();
        bench.decided.clear();
        bench.listeners.on(supplied());
        assertThat(bench.decided).isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void thatCannotBeEvaluatedIsPutOffAndHoldsUpNoOther() {
        publish(NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.listeners.on(world.says(2, "first"));
        bench.listeners.on(world.says(3, "second"));
        bench.clock.forward(Duration.ofSeconds(3));
        bench.evaluator.decided = new Firing<>(decided -> {
            if (bench.decided.isEmpty()) {
                bench.decided.add(decided);
                throw new IllegalStateException("a test's fault");
            }
            bench.decided.add(decided);
        });
        bench.overdue.look();
        assertThat(bench.decided).hasSize(2);
    }

    @Test
    void notesWhatTheOwnersMadeOfIt() {
        publish(REFUND);
        bench.listeners.on(world.says(2, "refund"));
        LabelsDecided decided = onlyDecision();
        bench.listeners.note(new LabelsApplied(
                Subject.of(world.conversation),
                decided.occasion(),
                List.of(label("refund request")),
                List.of(label("foreign")),
                List.of(new SuppressedLabel(label("vip"), "r", "override", null)),
                Actor.system(),
                bench.clock.instant()));
        JsonObject outcome =
                JsonText.object(row(decided.occasion()).get("outcome").toString());
        assertThat(outcome.getJsonArray("matched")).hasSize(1);
        JsonObject applied = outcome.getJsonArray("applied").getJsonObject(0);
        assertThat(applied.getString("subject")).isEqualTo("conversation");
        assertThat(applied.getJsonArray("added").getString(0))
                .isEqualTo(label("refund request").toString());
        assertThat(applied.getJsonArray("suppressed").getJsonObject(0).getString("reason"))
                .isEqualTo("override");
        // What people do has no occasion and is nothing to note.
        bench.listeners.note(new LabelsApplied(
                Subject.of(world.conversation),
                null,
                List.of(),
                List.of(),
                List.of(),
                Bench.MAI,
                bench.clock.instant()));
    }

    @Test
    void costsAsFewQuestionsAsItCan() {
        publish(REFUND);
        bench.rules.current();
        bench.listeners.on(world.says(2, "hello"));
        assertThat(world.statements).as("conversation and contact").isEqualTo(2);
        publish(FROM_VIETNAM);
        world.statements = 0;
        bench.listeners.on(world.says(3, "hello"));
        assertThat(world.statements).as("and session").isEqualTo(3);
    }

    @Test
    void ignoresWhatWasFoundBySomethingUnverified() {
        publish(
                "{'name':'Gold','event':'messageReceived','when':{'field':'contact.attributes.plan','op':'is','value':'gold'},'then':[{'addLabel':'vip'}]}");
        world.contactAttributes.add(world.value("plan", "Gold", true));
        bench.listeners.on(world.says(2, "hi"));
        assertThat(bench.decided).isEmpty();
        world.contactAttributes.set(0, world.value("plan", "Gold", false));
        bench.listeners.on(world.says(3, "hi"));
        assertThat(onlyDecision().decisions().get(0).rule().facts())
                .containsExactly(new Fact("contact.attributes.plan", "Gold", null));
    }

    @Test
    void takesAValueOfAnotherTypeForNothing() {
        publish(
                "{'name':'Plan','event':'messageReceived','when':{'field':'contact.attributes.plan','op':'isEmpty'},'then':[{'addLabel':'vip'}]}");
        world.contactAttributes.add(world.value("plan", Boolean.TRUE, false));
        bench.listeners.on(world.says(2, "hi"));
        assertThat(bench.decided).hasSize(1);
    }

    private static String hour() {
        return "{'name':'Late','event':'messageReceived','when':{'field':'time.hour','op':'gte','value':20},'then':[{'addLabel':'foreign'}]}";
    }

    private static void publish(String... rules) {
        bench.publish("[" + String.join(",", rules) + "]");
    }

    private static LabelId label(String name) {
        return bench.labels.id(name);
    }

    private static LabelsDecided onlyDecision() {
        assertThat(bench.decided).hasSize(1);
        return bench.decided.get(0);
    }

    private static List<String> names(LabelsDecided decided) {
        return decided.decisions().stream()
                .map(decision -> decision.rule().name())
                .toList();
    }

    private static ValuesSupplied supplied() {
        return new ValuesSupplied(
                Subject.of(world.session), Source.PLUGIN, List.of(), world.session, Actor.system(), World.CREATED);
    }

    private static MessagePosted copy(MessagePosted message, Actor actor, boolean isPrivate) {
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

    private static Map<String, Object> row(OccasionId id) {
        return bench.jdbi.withHandle(handle -> handle.createQuery("select * from labelling.occasion where id = :id")
                .bind("id", id.value())
                .mapToMap()
                .one());
    }

    private static List<String> events() {
        return bench.jdbi.withHandle(
                handle -> handle.createQuery("select event from labelling.occasion order by at, id")
                        .mapTo(String.class)
                        .list());
    }

    private static List<String> pending() {
        return bench.jdbi.withHandle(handle -> handle.createQuery(
                        "select unnest(pending) from labelling.occasion where pending_until is not null")
                .mapTo(String.class)
                .list());
    }
}
