package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDeclared;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeValues;
import io.rapport.attributes.Reread;
import io.rapport.attributes.Rereading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Goes through the subjects by id, firing the event anew for those that follow. */
@ApplicationScoped
public class StoredRereading implements Rereading {

    @Inject
    AttributeDefinitions definitions;

    @Inject
    Event<AttributeDeclared> declared;

    @Override
    public Reread readOn(AttributeDeclared event, AttributeValues values) {
        Reread read = definitions
                .find(event.subject(), event.attribute())
                .filter(known -> event.definition().equals(known.id()))
                .map(known -> values.reread(known, event.after()))
                .orElseGet(() -> new Reread(Map.of(), null));
        if (read.next() != null) {
            declared.fire(new AttributeDeclared(
                    event.definition(), event.subject(), event.attribute(), read.next(), event.actor(), event.at()));
        }
        return read;
    }
}
