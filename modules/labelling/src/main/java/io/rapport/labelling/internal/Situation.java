package io.rapport.labelling.internal;

import io.rapport.contacts.ContactCard;
import io.rapport.conversations.ConversationCard;
import io.rapport.sessions.SessionCard;
import io.rapport.sites.SiteCard;
import java.time.Instant;

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
        Instant at) {}
