package io.rapport.conversations;

import io.rapport.attributes.ValueChange;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.labels.LabelChange;
import java.util.List;
import java.util.UUID;

/** What happened to a conversation, the latest first; each page one statement, empty for an unknown conversation. */
public interface ConversationHistory {

    /**
     * Labels that went on, off, or were not put on.
     *
     * @param before the change that the page ends before; null for the latest
     * @param limit the most changes
     */
    List<LabelChange> labels(ConversationId conversation, UUID before, int limit);

    /** Changes of shown values, paged likewise. */
    List<ValueChange> values(ConversationId conversation, UUID before, int limit);

    /**
     * The conversations that a contact started.
     *
     * @param before the id of the conversation that the page ends before; null for the latest
     * @param limit the most conversations
     */
    List<StartedConversation> startedBy(ContactId contact, UUID before, int limit);

    /** Whether there is such a conversation. */
    boolean exists(ConversationId conversation);
}
