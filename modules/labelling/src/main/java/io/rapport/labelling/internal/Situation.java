package io.rapport.labelling.internal;

import io.rapport.attributes.ShownValue;
import io.rapport.contacts.ContactCard;
import io.rapport.conversations.ConversationCard;
import io.rapport.events.Subject;
import io.rapport.sessions.SessionCard;
import io.rapport.sites.SiteCard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What rules may look at, as it stands: read once for an occasion.
 *
 * @param contact null when none is known
 * @param session null when none is known, or no rule looks at it
 * @param site null when it is gone
 * @param messages how many messages there were, the occasion's own included
 * @param message the message's text; null when the occasion is about none, or it was erased
 * @param at when the occasion was
 */
record Situation(
        ConversationCard conversation,
        ContactCard contact,
        SessionCard session,
        SiteCard site,
        long messages,
        String message,
        Instant at) {

    /** An attribute's shown value, a contact's name, e-mail and phone included; empty where it has none. */
    Optional<ShownValue> shown(Subject.Kind subject, String key) {
        List<ShownValue> values = subject == Subject.Kind.CONVERSATION
                ? conversation.attributes()
                : contact == null ? List.of() : contact.attributes();
        return values.stream().filter(value -> value.key().equals(key)).findFirst();
    }
}
