package io.rapport.labelling.internal;

import io.rapport.conversations.ConversationCard;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.vocabulary.Use;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * What an evaluation is about: this message, this creation.
 *
 * @param id derived from the event, so that whoever hears of it again means the same occasion
 * @param event what happened
 * @param session from which session; null when none is known
 * @param message which message; null when it is about none
 * @param sequence the message's place in the conversation; null when it is about none
 */
record Occasion(
        OccasionId id,
        Use event,
        ConversationId conversation,
        SiteId site,
        SessionId session,
        MessageId message,
        Long sequence,
        Instant at) {

    private static final long TIME = 0xFFFFFFFFFFFF0000L;

    /** The visitor's message was received. */
    static Occasion received(MessagePosted event) {
        return new Occasion(
                id(Use.MESSAGE_RECEIVED, event.message().value()),
                Use.MESSAGE_RECEIVED,
                event.conversation(),
                event.site(),
                event.session(),
                event.message(),
                event.sequence(),
                event.at());
    }

    /** The conversation was created, by its first message. */
    static Occasion created(ConversationCard conversation, SessionId session) {
        return new Occasion(
                id(Use.CONVERSATION_CREATED, conversation.id().value()),
                Use.CONVERSATION_CREATED,
                conversation.id(),
                conversation.site(),
                session,
                null,
                null,
                conversation.createdAt());
    }

    /** A UUIDv7 with the time of what it is about; its random part is a hash of event and id. */
    private static OccasionId id(Use event, UUID about) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(event.token() + " " + about));
        long high = about.getMostSignificantBits() & TIME | 0x7000L | hash.getLong() & 0xFFFL;
        long low = hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new OccasionId(new UUID(high, low));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
