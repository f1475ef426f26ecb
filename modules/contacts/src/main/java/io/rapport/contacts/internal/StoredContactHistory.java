package io.rapport.contacts.internal;

import io.rapport.attributes.ValueChange;
import io.rapport.contacts.ContactHistory;
import io.rapport.events.ContactId;
import io.rapport.labels.LabelChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads the history of contacts from this module's schema. */
@ApplicationScoped
public class StoredContactHistory implements ContactHistory {

    @Inject
    Owned owned;

    @Inject
    ContactTable table;

    @Override
    public List<LabelChange> labels(ContactId contact, UUID before, int limit) {
        return owned.labels().changes(contact.value(), before, limit);
    }

    @Override
    public List<ValueChange> values(ContactId contact, UUID before, int limit) {
        return owned.values().changes(contact.value(), before, limit);
    }

    @Override
    public boolean exists(ContactId contact) {
        return table.exists(contact.value());
    }
}
