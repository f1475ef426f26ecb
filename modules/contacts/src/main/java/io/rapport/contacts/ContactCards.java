package io.rapport.contacts;

import io.rapport.events.ContactId;
import java.util.Map;
import java.util.Set;

/** Reads contacts for screens, rules and providers. */
public interface ContactCards {

    /** The contacts of these ids (at most 100) in one statement; unknown ones are left out. */
    Map<ContactId, ContactCard> find(Set<ContactId> ids);
}
