package io.rapport.contacts;

import io.rapport.attributes.ValueChange;
import io.rapport.events.ContactId;
import io.rapport.labels.LabelChange;
import java.util.List;
import java.util.UUID;

/** What happened to a contact, the latest first; each page one statement, empty for an unknown contact. */
public interface ContactHistory {

    /**
     * Labels that went on, off, or were not put on.
     *
     * @param before the change that the page ends before; null for the latest
     * @param limit the most changes
     */
    List<LabelChange> labels(ContactId contact, UUID before, int limit);

    /** Changes of shown values, paged likewise. */
    List<ValueChange> values(ContactId contact, UUID before, int limit);

    /** Whether there is such a contact. */
    boolean exists(ContactId contact);
}
