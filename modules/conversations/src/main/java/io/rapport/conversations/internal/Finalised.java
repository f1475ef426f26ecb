package io.rapport.conversations.internal;

import io.rapport.access.Problem;

/** A finalised conversation takes nothing any more. */
final class Finalised {

    private Finalised() {}

    static Problem problem() {
        return Problem.conflict(
                "/problems/conversation-finalised",
                "Conversation finalised",
                "This conversation is closed for good. A new message starts the next one.");
    }
}
