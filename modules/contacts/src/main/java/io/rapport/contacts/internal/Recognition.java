package io.rapport.contacts.internal;

import io.rapport.access.Problem;
import io.rapport.contacts.Introduction;
import io.rapport.events.Actor;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import io.rapport.events.VisitorRecognised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the contact of somebody who proves an external id. The id names one contact of the realm; the visitor's own, as long
 * as nobody knew who it was, gets that name, or becomes part of the contact that has it.
 */
@ApplicationScoped
class Recognition {

    @Inject
    IdentityTable table;

    @Inject
    ContactLocks locks;

    @Inject
    Merges merges;

    @Inject
    Clock clock;

    @Inject
    Event<ContactChanged> changed;

    @Inject
    Event<VisitorRecognised> recognised;

    /** The contact, with the visitor standing for it; throws Problem 409 where the visitor is somebody else by now. */
    ContactId of(Introduction introduction) {
        Instant now = clock.instant();
        UUID realm = introduction.site().realm();
        String externalId = introduction.identity().externalId();
        Optional<ContactId> own = table.contactOf(introduction.visitor());
        IdentityTable.Named named = table.name(realm, externalId, own.orElseGet(ContactId::next), now);
        if (named.fresh() && own.isEmpty()) {
            table.add(named.contact(), realm, now);
        }
        ContactId visitors = own.orElseGet(() -> table.link(introduction.visitor(), named.contact()));
        ContactId contact = unite(introduction, visitors, named.contact(), named.fresh());
        table.settle(introduction.visitor(), realm, externalId, contact);
        recognised.fire(
                new VisitorRecognised(introduction.visitor(), contact, Actor.visitor(introduction.visitor()), now));
        return contact;
    }

    /** Where two became parts of others between looking and locking, looks again. */
    private ContactId unite(Introduction introduction, ContactId visitors, ContactId named, boolean fresh) {
        ContactLocks.Pair pair = locks.both(visitors.value(), named.value());
        if (pair.from().mergedInto() != null || pair.into().mergedInto() != null) {
            return unite(introduction, standing(pair.from()), standing(pair.into()), fresh);
        }
        String externalId = introduction.identity().externalId();
        if (table.isSomebodyElse(visitors, introduction.site().realm(), externalId, fresh)) {
            throw Problem.conflict(
                    "/problems/somebody-else", "Somebody else", "The visitor has just proved to be somebody else.");
        }
        if (visitors.equals(named)) {
            verify(pair.into(), introduction);
        } else {
            merges.merge(pair, Source.IDENTITY_TOKEN, Actor.visitor(introduction.visitor()));
        }
        return named;
    }

    private static ContactId standing(Contact contact) {
        return contact.mergedInto() == null ? new ContactId(contact.id()) : contact.mergedInto();
    }

    private void verify(Contact contact, Introduction introduction) {
        if (contact.verified()) {
            return;
        }
        contact.verify(true);
        changed.fire(new ContactChanged(
                new ContactId(contact.id()),
                contact.displayName(),
                Set.of("verified"),
                Actor.visitor(introduction.visitor()),
                clock.instant()));
    }
}
