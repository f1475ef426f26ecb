package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

class AttributeRaceTest {

    private static final List<Source> RIVALS = List.of(Source.AGENT, Source.API, Source.PLUGIN, Source.SDK);

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final AttributeValues values = new AttributeValues(
            jdbi,
            new FixedDefinitions().with("hometown", AttributeType.TEXT),
            Clock.systemUTC(),
            "contacts",
            Subject.Kind.CONTACT);
    private final UUID contact = TimeOrderedId.next();
    private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS.size());
    private final CyclicBarrier start = new CyclicBarrier(RIVALS.size());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(10)
    void rivalSourcesAllSucceedAndTheStrongestIsShown() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Source source : RIVALS) {
            running.add(threads.submit(() -> {
                jdbi.useTransaction(handle -> {
                    // A statement before the barrier: every rival has its connection when they start.
                    handle.execute("select 1");
                    start.await(30, TimeUnit.SECONDS);
                    offer(source);
                });
                return null;
            }));
        }
        for (Future<?> run : running) {
            run.get(30, TimeUnit.SECONDS);
        }

        ShownValue shown = values.of(contact).get(0);
        assertThat(shown.value()).isEqualTo("agent");
        assertThat(shown.others()).isEqualTo(RIVALS.size() - 1);
    }

    private void offer(Source source) {
        values.offer(
                contact,
                source,
                source.token(),
                Actor.system(),
                Instant.now(),
                null,
                List.of(ProposedValue.of("hometown", source.token())));
    }
}
