package io.rapport.contacts.internal;

import io.rapport.attributes.AttributeDeclared;
import io.rapport.attributes.AttributeOwner;
import io.rapport.attributes.AttributeValues;
import io.rapport.attributes.Reread;
import io.rapport.attributes.Rereading;
import io.rapport.events.AttributesChanged;
import io.rapport.events.Subject;
import io.rapport.outbox.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** The values of contacts for those who declare attributes: when one is declared, what is there already gets its type. */
@ApplicationScoped
class DeclaredAttributes implements AttributeOwner {

    @Inject
    Owned owned;

    @Inject
    Rereading rereading;

    @Inject
    Event<AttributesChanged> changed;

    @Override
    public Subject.Kind subject() {
        return Subject.Kind.CONTACT;
    }

    @Override
    public AttributeValues values() {
        return owned.values();
    }

    void read(@Observes @AfterCommit("contacts.reread") AttributeDeclared event) {
        if (event.subject() != subject()) {
            return;
        }
        Reread read = rereading.readOn(event, values());
        read.changed()
                .forEach((id, change) -> changed.fire(
                        new AttributesChanged(new Subject(subject(), id), List.of(change), event.actor(), event.at())));
    }
}
