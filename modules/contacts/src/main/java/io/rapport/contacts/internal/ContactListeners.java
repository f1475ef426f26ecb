package io.rapport.contacts.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationsHandedOver;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What contacts take from others: labels that rules propose, values that providers supply. What comes late for a contact
 * that has become part of another is that one's.
 */
@ApplicationScoped
class ContactListeners {

    @Inject
    Owned owned;

    @Inject
    ContactValues values;

    @Inject
    ContactLocks locks;

    @Inject
    ContactTable table;

    @Inject
    Event<LabelsApplied> applied;

    void arbitrate(@Observes LabelsDecided event) {
        if (event.contact() != null) {
            locks.shared(event.contact())
                    .flatMap(contact -> owned.labels().apply(event, contact.value()))
                    .ifPresent(applied::fire);
        }
    }

    void store(@Observes ValuesSupplied event) {
        if (event.subject().kind() != Subject.Kind.CONTACT) {
            return;
        }
        ContactValues.Offer from =
                new ContactValues.Offer(event.source(), event.actor().id(), event.actor(), event.at(), null);
        List<ProposedValue> proposals = event.values().stream()
                .map(value -> new ProposedValue(value.key(), value.value(), value.estimated(), value.unverified()))
                .toList();
        locks.survivor(new ContactId(event.subject().id()))
                .ifPresent(contact -> values.offer(contact, from, proposals));
    }

    /** A contact has as many conversations as were handed to it. */
    void count(@Observes ConversationsHandedOver event) {
        table.handOver(event.from(), event.to(), event.conversations().size());
    }
}
