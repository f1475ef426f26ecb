package io.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveSocketTest {

    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final String HINT = "{\"type\":\"changed\"}";

    private final FakeSession session = new FakeSession();
    private final long start = System.nanoTime();
    private final LiveSocket socket = new LiveSocket(session.asSession(), PERIOD, true, at(5));

    private long at(int seconds) {
        return start + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void itIsAskedOncePerPeriodByAFrameForTheProgramAndOneForThePage() {
        for (int second = 0; second < 60; second++) {
            socket.look(at(second));
            session.pong(socket);
        }
        assertThat(session.pings())
                .as("at 5, then after 17.5 to 20 s each time")
                .isIn(3, 4);
        assertThat(session.sent()).hasSize(session.pings()).containsOnly("{\"type\":\"alive\"}");
        assertThat(session.closed()).isNull();
    }

    @Test
    void withoutAnAnswerWithinEightSecondsItIsClosed() {
        socket.look(at(5));
        assertThat(socket.look(at(12))).isFalse();
        assertThat(session.closed()).isNull();
        assertThat(socket.look(at(13))).isTrue();
        assertThat(session.closed()).isEqualTo("silent");
    }

    @Test
    void whatIsSentIsAskedAboutAtOnceSoThatAStalledEndIsDroppedInTenSeconds() {
        socket.send(HINT);
        socket.look(at(1));
        assertThat(session.pings()).isEqualTo(1);
        assertThat(socket.look(at(9))).isTrue();
    }

    @Test
    void whatWasAnsweredForIsNotAskedAboutAgain() {
        socket.send(HINT);
        socket.look(at(1));
        socket.send(HINT);
        session.pong(socket);
        socket.look(at(2));
        session.pong(socket);
        socket.look(at(3));
        assertThat(session.pings()).as("one for each").isEqualTo(2);
    }

    @Test
    void onlyTheAnswerToTheLatestQuestionCounts() {
        socket.look(at(5));
        socket.answered(ByteBuffer.allocate(0));
        socket.answered(ByteBuffer.allocate(Long.BYTES).putLong(0).flip());
        assertThat(socket.look(at(13))).isTrue();
    }

    @Test
    void itIsDroppedWhenSendingFailsButOnlyByTheWatch() {
        session.stall();
        socket.send(HINT);
        session.fail();
        assertThat(session.closed()).as("closed by whoever sends").isNull();
        assertThat(socket.look(at(1))).isTrue();
        assertThat(session.closed()).isEqualTo("stalled");
    }

    @Test
    void whatReadsSlowerThanItIsToldIsDroppedBeforeItTakesTheMemoryOfOthers() {
        String thousand = "x".repeat(1_000);
        for (int i = 0; i < 5_000; i++) {
            socket.send(thousand);
        }
        assertThat(session.sent()).hasSize((int) LiveSocket.MOST_UNANSWERED / 1_000);
        assertThat(socket.look(at(1))).isTrue();
        assertThat(session.closed()).isEqualTo("stalled");
    }

    @Test
    void whoReadsWhatItIsToldMayBeToldMuch() {
        String much = "x".repeat(500_000);
        for (int second = 1; second < 60; second++) {
            socket.send(much);
            assertThat(socket.look(at(second))).isFalse();
            session.pong(socket);
        }
    }

    @Test
    void whoSaysNothingWithinTheTimeForItIsClosedAndNotAskedBefore() {
        var stranger = new LiveSocket(session.asSession(), PERIOD, false, at(10));
        assertThat(stranger.look(at(9))).isFalse();
        assertThat(stranger.look(at(10))).isTrue();
        assertThat(session.closed()).isEqualTo("no greeting");
        assertThat(session.pings()).isZero();
    }

    @Test
    void whoGreetedInTimeStays() {
        var known = new LiveSocket(session.asSession(), PERIOD, false, at(10));
        known.greeted(at(15));
        assertThat(known.look(at(14))).isFalse();
        assertThat(session.pings()).isZero();
        assertThat(known.look(at(15))).isFalse();
        assertThat(session.pings()).isEqualTo(1);
    }

    @Test
    void aClientMaySilentlyMissOneBeatOnly() {
        assertThat(new LiveSockets(PERIOD).ready()).isEqualTo("{\"type\":\"ready\",\"silenceMillis\":50000}");
    }

    @Test
    void aPeriodOutOfBoundsIsRefusedWithTheSettingsName() {
        for (String period : new String[] {"PT0.9S", "PT5M1S", "-PT20S"}) {
            assertThatThrownBy(() -> new LiveSockets(Duration.parse(period)))
                    .as(period)
                    .hasMessageContaining("rapport.live.heartbeat")
                    .hasMessageContaining("PT1S to PT5M");
        }
    }

    @Test
    void whatIsSentIntoASocketThatIsNotOpenIsDropped() {
        var sockets = new LiveSockets(PERIOD);
        sockets.begin(session.asSession());
        sockets.send(session.asSession(), HINT);
        sockets.end(session.asSession());
        sockets.send(session.asSession(), HINT);
        assertThat(session.sent()).containsExactly(HINT);
    }
}
