package io.rapport.sessions;

import io.rapport.events.ContactId;
import java.util.List;
import java.util.UUID;

/** The visits of a contact, in every browser that is known to be theirs. */
public interface SessionHistory {

    /**
     * The sessions of a contact's visitors, the latest first, in one statement; empty for an unknown contact.
     *
     * @param before the id of the session that the page ends before; null for the latest
     * @param limit the most sessions
     */
    List<SessionCard> of(ContactId contact, UUID before, int limit);
}
