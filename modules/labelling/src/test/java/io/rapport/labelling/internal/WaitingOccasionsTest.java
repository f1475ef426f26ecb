package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.fixtures.Fired;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An occasion that waits for a provider")
class WaitingOccasionsTest extends OccasionTests {

    @Test
    void leavesOutRulesThatReadWhatIsPendingAndAddsThemWhenItIsSupplied() {
        publish(REFUND, FROM_VIETNAM, NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.tell(world.says(2, "refund"));
        assertThat(names(onlyDecision())).containsOnly("Refunds");
        assertThat(pending()).containsExactly("session.country");

        world.country = "VN";
        world.pending = Set.of();
        bench.tell(supplied());
        assertThat(names(bench.decided.get(1))).containsExactly("Refunds", "Refunds", "Vietnam");
        assertThat(bench.decided.get(1).occasion())
                .isEqualTo(bench.decided.get(0).occasion());
        assertThat(pending()).isEmpty();

        bench.tell(supplied());
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
        bench.tell(world.says(2, "hi"));
        world.operatingSystem = "Linux";
        world.conversationLabels.add(label("foreign"));
        world.country = "VN";
        world.pending = Set.of();
        bench.tell(supplied());
        assertThat(names(bench.decided.get(1))).containsExactly("Vietnam", "Windows", "Unlabelled");
    }

    @Test
    void seesNothingKnownAfterThreeSecondsEvenAfterARestart() {
        publish(FROM_VIETNAM, NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.tell(world.says(2, "hi"));
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
        bench.tell(world.says(2, "hi"));
        bench.tell(supplied());
        assertThat(pending()).containsExactly("session.country");
        bench.clock.forward(Duration.ofSeconds(3));
        bench.overdue.look();
        assertThat(pending()).isEmpty();
    }

    @Test
    void doesNotWaitForWhatNoRuleReads() {
        publish(REFUND);
        world.pending = Set.of("country");
        bench.tell(world.says(2, "hi"));
        assertThat(pending()).isEmpty();
    }

    @Test
    void takesBackWhatItDecidedWhenNothingMatchesAnyMore() {
        publish(FROM_VIETNAM, REFUND);
        world.pending = Set.of("country");
        bench.tell(world.says(2, "refund"));
        publish(FROM_VIETNAM);
        world.pending = Set.of();
        bench.tell(supplied());
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
        bench.tell(world.says(2, "refund"));
        bench.tell(world.says(3, "refund"));
        world.messages.clear();
        world.pending = Set.of();
        bench.tell(supplied());
        assertThat(bench.decided).isEmpty();

        bench.tell(world.says(4, "refund"));
        world.pending = Set.of("country");
        bench.tell(world.says(5, "refund"));
        world.status = "finalised";
        world.pending = Set.of();
        bench.decided.clear();
        bench.tell(supplied());
        assertThat(bench.decided).isEmpty();
        assertThat(pending()).isEmpty();
    }

    @Test
    void thatCannotBeEvaluatedIsPutOffAndHoldsUpNoOther() {
        publish(NOT_FROM_VIETNAM);
        world.pending = Set.of("country");
        bench.tell(world.says(2, "first"));
        bench.tell(world.says(3, "second"));
        bench.clock.forward(Duration.ofSeconds(3));
        bench.evaluator.decided = new Fired<>(decided -> {
            if (bench.decided.isEmpty()) {
                bench.decided.add(decided);
                throw new IllegalStateException("a test's fault");
            }
            bench.decided.add(decided);
        });
        bench.overdue.look();
        assertThat(bench.decided).hasSize(2);
    }
}
