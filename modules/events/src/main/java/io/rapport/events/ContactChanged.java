package io.rapport.events;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A contact's name, e-mail or phone changed, or what is thought of them.
 *
 * @param contact which
 * @param displayName what screens call the contact now
 * @param fields which of name, email, phone, verified, claims
 * @param actor who did it
 * @param at when
 */
@Recorded("contactChanged")
public record ContactChanged(ContactId contact, String displayName, Set<String> fields, Actor actor, Instant at)
        implements DomainEvent {

    public ContactChanged {
        fields = Set.copyOf(fields);
    }

    @Override
    public UUID key() {
        return contact.value();
    }
}
