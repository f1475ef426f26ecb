package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A merge was undone: what came through a contact goes back to it.
 *
 * @param from the contact that it had become part of
 * @param restored the contact that is there again by itself
 * @param visitors the visitors that go back, and with each its conversations
 * @param displayName what screens call the contact that is there again
 * @param actor who did it
 * @param at when
 */
@Recorded("contactsUnmerged")
public record ContactsUnmerged(
        ContactId from, ContactId restored, List<VisitorId> visitors, String displayName, Actor actor, Instant at)
        implements DomainEvent {

    public ContactsUnmerged {
        visitors = List.copyOf(visitors);
    }

    @Override
    public UUID key() {
        return from.value();
    }
}
