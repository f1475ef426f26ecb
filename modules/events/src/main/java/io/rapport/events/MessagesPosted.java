package io.rapport.events;

import java.util.List;

/**
 * Messages were added to conversations, in one transaction.
 *
 * @param events at least one, those of one conversation in the order of their sequences
 */
public record MessagesPosted(List<MessagePosted> events) implements DomainEvents {

    public MessagesPosted {
        events = List.copyOf(events);
    }
}
