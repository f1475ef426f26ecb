package io.rapport.desk.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.MessagePosted;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the messages that came together, an inbox row shows")
class LatestMessageTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);

    private final VisitorId visitor = VisitorId.next();
    private final SiteId site = new SiteId(visitor.value());
    private final SessionId session = SessionId.next();
    private final ConversationId conversation = ConversationId.next();

    private MessagePosted visitors(long sequence) {
        return message(sequence, session, false, Actor.visitor(visitor));
    }

    private MessagePosted agents(long sequence, boolean isPrivate) {
        return message(sequence, null, isPrivate, MAI);
    }

    private MessagePosted message(long sequence, SessionId from, boolean isPrivate, Actor actor) {
        return new MessagePosted(
                conversation,
                MessageId.next(),
                sequence,
                site,
                visitor,
                from,
                "message " + sequence,
                isPrivate,
                null,
                actor,
                NINE.plusSeconds(sequence));
    }

    private static LatestMessage only(MessagePosted... events) {
        List<LatestMessage> latest = LatestMessage.of(List.of(events));
        assertThat(latest).hasSize(1);
        return latest.get(0);
    }

    @Test
    void theLastAndTheVisitorsLast() {
        LatestMessage latest = only(visitors(1), visitors(2), agents(3, true));
        assertThat(latest.last().sequence()).isEqualTo(3);
        assertThat(latest.byVisitor().sequence()).isEqualTo(2);
    }

    @Test
    void sinceWhenTheVisitorWaitsThoughTheyWroteAgain() {
        assertThat(only(visitors(1), visitors(2)).waitingSince()).isEqualTo(NINE.plusSeconds(1));
    }

    @Test
    void thatNobodyWaitsAfterAnAnswer() {
        LatestMessage latest = only(visitors(1), agents(2, false));
        assertThat(latest.answered()).isEqualTo(2);
        assertThat(latest.waitingSince()).isNull();
    }

    @Test
    void thatANoteAnswersNobody() {
        LatestMessage latest = only(visitors(1), agents(2, true));
        assertThat(latest.answered()).isZero();
        assertThat(latest.waitingSince()).isEqualTo(NINE.plusSeconds(1));
    }

    @Test
    void thatWhoWritesAfterTheAnswerWaitsSinceThen() {
        LatestMessage latest = only(visitors(1), agents(2, false), visitors(3), visitors(4));
        assertThat(latest.answered()).isEqualTo(2);
        assertThat(latest.waitingSince()).isEqualTo(NINE.plusSeconds(3));
    }
}
