package io.rapport.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsDecided;
import io.rapport.events.OccasionId;
import io.rapport.events.RuleRef;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
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

class LabelRaceTest {

    private static final int RIVALS = 4;

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final FixedCatalogue catalogue = new FixedCatalogue();
    private final LabelAssignments assignments =
            new LabelAssignments(jdbi, catalogue, "conversations", Subject.Kind.CONVERSATION);
    private final UUID conversation = TimeOrderedId.next();
    private final ExecutorService threads = Executors.newFixedThreadPool(RIVALS);
    private final CyclicBarrier start = new CyclicBarrier(RIVALS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(10)
    void rivalsForOneScopeAllSucceedAndTheLastOneStands() throws Exception {
        List<Runnable> rivals = new ArrayList<>();
        for (int n = 0; n < RIVALS; n++) {
            LabelId label = catalogue.with("priority::" + n);
            Actor agent = new Actor(Actor.Kind.AGENT, "agent-" + n, "Agent " + n, null);
            rivals.add(() -> assignments.add(conversation, label, agent, Instant.now()));
        }
        race(rivals);

        assertThat(assignments.of(conversation)).hasSize(1);
        assertThat(history("added")).isEqualTo(RIVALS);
        assertThat(history("removed")).isEqualTo(RIVALS - 1);
    }

    @RepeatedTest(10)
    void oneOccasionAppliedByTwoNodesAtOnceIsOnRecordOnce() throws Exception {
        RuleRef rule = new RuleRef("r", "Rule", 1, "When …", List.of());
        LabelDecision decision = new LabelDecision(true, catalogue.with("refund"), Subject.Kind.CONVERSATION, rule);
        LabelsDecided decided = new LabelsDecided(
                OccasionId.next(),
                new ConversationId(conversation),
                null,
                List.of(decision),
                Actor.system(),
                Instant.now());
        Runnable apply = () -> assignments.apply(decided, conversation);
        race(List.of(apply, apply, apply, apply));

        assertThat(assignments.of(conversation)).hasSize(1);
        assertThat(history("added")).isEqualTo(1);
    }

    private void race(List<Runnable> rivals) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Runnable rival : rivals) {
            running.add(threads.submit(() -> {
                jdbi.useTransaction(handle -> {
                    // A statement before the barrier: every rival has its connection when they start.
                    handle.execute("select 1");
                    start.await(30, TimeUnit.SECONDS);
                    rival.run();
                });
                return null;
            }));
        }
        for (Future<?> run : running) {
            run.get(30, TimeUnit.SECONDS);
        }
    }

    private int history(String action) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from conversations.label_history where subject_id = :id and action = :action")
                .bind("id", conversation)
                .bind("action", action)
                .mapTo(Integer.class)
                .one());
    }
}
