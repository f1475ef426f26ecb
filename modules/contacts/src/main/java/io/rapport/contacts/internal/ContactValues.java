package io.rapport.contacts.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Values offered for a contact: the shown name, e-mail and phone are kept on the contact itself, too.
 *
 * <p>Whoever changes a contact locks its row first, then its values or labels: in two orders, two changes at once would wait
 * for one another.
 */
@ApplicationScoped
class ContactValues {

    private static final Logger LOG = System.getLogger(ContactValues.class.getName());

    static final Set<String> BUILT_IN = Set.of("name", "email", "phone");

    /** Where values come from. */
    record Offer(Source source, String sourceId, Actor actor, Instant at, String phoneRegion) {}

    @PersistenceContext(unitName = "contacts")
    EntityManager entities;

    @Inject
    Owned owned;

    @Inject
    Event<AttributesChanged> attributesChanged;

    @Inject
    Event<ContactChanged> contactChanged;

    /** Takes what a source offers; answers with the display name where it is another one now. The contact is locked. */
    Optional<String> offer(ContactId contact, Offer from, Collection<ProposedValue> proposals) {
        Saved saved = take(contact, from, proposals);
        saved.refused()
                .forEach(refused -> LOG.log(
                        Level.WARNING,
                        "{0} offers a value that does not fit: {1} {2}",
                        from.actor().name(),
                        refused.field(),
                        refused.message()));
        return show(contact, from, saved);
    }

    /** Takes what a source offers and tells what became of it; {@link #show} follows. */
    Saved take(ContactId contact, Offer from, Collection<ProposedValue> proposals) {
        return owned.values()
                .offer(
                        contact.value(),
                        from.source(),
                        from.sourceId(),
                        from.actor(),
                        from.at(),
                        from.phoneRegion(),
                        proposals);
    }

    /** Brings the contact's own columns in step with its values and tells everybody. */
    Optional<String> show(ContactId contact, Offer from, Saved saved) {
        if (saved.changed().isEmpty()) {
            return Optional.empty();
        }
        attributesChanged.fire(new AttributesChanged(Subject.of(contact), saved.changed(), from.actor(), from.at()));
        List<AttributeChange> fields = saved.changed().stream()
                .filter(change -> BUILT_IN.contains(change.key()))
                .toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Contact entity = entities.find(Contact.class, contact.value());
        fields.forEach(change -> entity.show(change.key(), change.value()));
        entities.flush();
        contactChanged.fire(new ContactChanged(
                contact,
                entity.displayName(),
                fields.stream().map(AttributeChange::key).collect(Collectors.toSet()),
                from.actor(),
                from.at()));
        return Optional.of(entity.displayName());
    }
}
