package io.rapport.conversations.internal;

import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.SessionId;
import java.util.UUID;

/** A message on its way into a conversation. Writer and key make retries harmless; session is null for agents. */
record Draft(
        ConversationId conversation,
        Actor author,
        UUID writer,
        String key,
        String text,
        boolean isPrivate,
        SessionId session) {

    boolean byVisitor() {
        return author.kind() == Actor.Kind.VISITOR;
    }
}
