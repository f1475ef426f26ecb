package io.rapport.conversations;

import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.VisitorId;
import io.rapport.sites.SiteCard;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes messages in and gives them out. Every writing call runs in one transaction and tells of it with events; a
 * repeated key answers with the message that is there and changes nothing.
 */
public interface Conversations {

    /** At most this many characters (code points) in a message. */
    int MOST_CHARACTERS = 10_000;

    /** The visitor's conversation that is not finalised gets the message, or a new one is started. */
    Received receive(FirstMessage message);

    /**
     * A visitor's message for a known conversation; a resolved or snoozed one opens again.
     *
     * @throws io.rapport.access.Problem 404 when it is not this visitor's, 409 when it is finalised
     */
    Received receive(VisitorWriter writer, ConversationId conversation, String clientMessageId, String text);

    /**
     * An agent's answer or private note.
     *
     * @param key the agent's key for retries; null for none
     * @throws io.rapport.access.Problem 404, 409 when finalised, 422 when the key was used for another text
     */
    Received answer(Actor agent, UUID agentId, ConversationId conversation, String key, String text, boolean isPrivate);

    /** Resolves or opens again; throws Problem 404, 409 when finalised. */
    void changeStatus(ConversationId conversation, String status, Actor actor);

    /** The visitor's conversation that is not finalised, if any. One statement. */
    Optional<VisitorConversation> current(VisitorId visitor);

    /** The visitor has seen messages up to this sequence. */
    void seen(VisitorId visitor, ConversationId conversation, long upTo);

    /**
     * What the page says of the visitor's conversation; each key stands or falls for itself.
     *
     * @throws io.rapport.access.Problem 404 when it is not this visitor's, 409 when it is finalised, 422 when every key was
     *     refused
     */
    Saved describe(VisitorId visitor, SiteCard site, ConversationId conversation, List<ProposedValue> values);

    /**
     * What the visitor may read of its conversation after a sequence: no private notes. Throws Problem 404 when it is
     * not this visitor's.
     *
     * @param limit 1 to 100
     */
    List<MessageCard> readAsVisitor(VisitorId visitor, ConversationId conversation, long after, int limit);

    /** All messages before (or after) a sequence, in ascending order; throws Problem 404. */
    List<MessageCard> readAsAgent(ConversationId conversation, Range range);

    /**
     * A stretch of a conversation.
     *
     * @param before only messages below this sequence; null for no bound
     * @param after only messages above this sequence; null for no bound
     * @param limit 1 to 100: the newest of them, unless {@code after} is given, then the oldest
     */
    record Range(Long before, Long after, int limit) {}
}
