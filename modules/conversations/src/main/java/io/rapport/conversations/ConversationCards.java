package io.rapport.conversations;

import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conversations for screens, rules and providers. */
public interface ConversationCards {

    /** The conversations of these ids (at most 100) in one statement; unknown ones are left out. */
    Map<ConversationId, ConversationCard> find(Set<ConversationId> ids);

    /** One message; empty when it was erased. */
    Optional<MessageCard> message(MessageId id);
}
