package io.rapport.contacts.internal;

import io.rapport.access.Problem;
import io.rapport.events.ContactId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets one transaction at a time change a contact. The contact's row is always locked before its labels and values, and
 * of several contacts the one whose id reads first, so that nobody waits in a circle.
 */
@ApplicationScoped
class ContactLocks {

    /** Why a change is refused with 409. */
    static final String MERGED = "The contact has become part of another one";

    @PersistenceContext(unitName = "contacts")
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    /** The contact, locked; throws Problem 404, and 409 where it has become part of another. */
    Contact standing(UUID id) {
        Contact contact = entities.find(Contact.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (contact == null) {
            throw Problem.notFound("contact");
        }
        if (contact.mergedInto() != null) {
            throw merged(contact);
        }
        return contact;
    }

    /** Two contacts, locked; either is null where there is none. */
    Pair both(UUID from, UUID into) {
        boolean inOrder = from.toString().compareTo(into.toString()) < 0;
        Contact first = entities.find(Contact.class, inOrder ? from : into, LockModeType.PESSIMISTIC_WRITE);
        Contact second = entities.find(Contact.class, inOrder ? into : from, LockModeType.PESSIMISTIC_WRITE);
        return inOrder ? new Pair(first, second) : new Pair(second, first);
    }

    /** The contact, or the one that it has become part of, locked; empty when there is none. */
    Optional<ContactId> survivor(ContactId contact) {
        return held(contact, "for update");
    }

    /** As {@link #survivor}, beside others who change nothing of the contact itself. */
    Optional<ContactId> shared(ContactId contact) {
        return held(contact, "for share");
    }

    /** Nothing is held while the way is followed: where the contact stands is looked at again under the lock. */
    private Optional<ContactId> held(ContactId contact, String lock) {
        Optional<ContactId> at = Optional.of(contact);
        while (at.isPresent() && !isHeld(at.get(), lock)) {
            at = mergedInto(at.get());
        }
        return at;
    }

    private boolean isHeld(ContactId contact, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from contacts.contact where id = :id and merged_into is null " + lock)
                .bind("id", contact.value())
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
    }

    /** Where a merge was undone between two looks, the contact itself again. */
    private Optional<ContactId> mergedInto(ContactId contact) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(merged_into, id) from contacts.contact where id = :id")
                        .bind("id", contact.value())
                        .mapTo(UUID.class)
                        .findOne()
                        .map(ContactId::new));
    }

    static Problem merged(Contact contact) {
        return Problem.conflict(
                "/problems/contact-merged",
                "Contact merged",
                "The contact has become part of another: " + contact.mergedInto() + ".");
    }

    /** A contact, and the one that it becomes or was part of. */
    record Pair(Contact from, Contact into) {}
}
