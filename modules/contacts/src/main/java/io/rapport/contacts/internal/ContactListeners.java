package io.rapport.contacts.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.events.ContactId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What contacts take from others: labels that rules propose, values that providers supply. */
@ApplicationScoped
class ContactListeners {

    @Inject
    Owned owned;

    @Inject
    ContactValues values;

    @Inject
    Event<LabelsApplied> applied;

    void arbitrate(@Observes LabelsDecided event) {
        if (event.contact() != null) {
            owned.labels().apply(event, event.contact().value()).ifPresent(applied::fire);
        }
    }

    void store(@Observes ValuesSupplied event) {
        if (event.subject().kind() != Subject.Kind.CONTACT) {
            return;
        }
        ContactId contact = new ContactId(event.subject().id());
        if (values.lock(contact).isEmpty()) {
            return;
        }
        values.offer(
                contact,
                new ContactValues.Offer(event.source(), event.actor().id(), event.actor(), event.at(), null),
                event.values().stream()
                        .map(value ->
                                new ProposedValue(value.key(), value.value(), value.estimated(), value.unverified()))
                        .toList());
    }
}
