package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor who started a conversation was matched to a contact, new or known.
 *
 * @param contact the contact
 * @param visitor the visitor
 * @param site where
 * @param conversation the conversation that called for it
 * @param created whether the contact is new
 * @param displayName what screens call the contact
 * @param actor who did it
 * @param at when
 */
@Recorded("contactIdentified")
public record ContactIdentified(
        ContactId contact,
        VisitorId visitor,
        SiteId site,
        ConversationId conversation,
        boolean created,
        String displayName,
        Actor actor,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return contact.value();
    }
}
