package io.rapport.conversations;

import io.rapport.attributes.ShownValue;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import io.rapport.labels.AssignedLabel;
import java.time.Instant;
import java.util.List;

/**
 * A conversation as other modules see it.
 *
 * @param id the conversation
 * @param number for people, from 1, gaps allowed
 * @param status open, snoozed, resolved or finalised
 * @param site where it takes place
 * @param visitor who writes
 * @param contact the contact behind the visitor; null until one is found
 * @param session the session of the visitor's latest message
 * @param createdAt when it was started
 * @param lastActivityAt when the latest message was posted
 * @param messages how many messages it has, private notes included: the sequence of the latest
 * @param version for optimistic locking of edits
 * @param labels labels on the conversation
 * @param attributes shown values
 */
public record ConversationCard(
        ConversationId id,
        long number,
        String status,
        SiteId site,
        VisitorId visitor,
        ContactId contact,
        SessionId session,
        Instant createdAt,
        Instant lastActivityAt,
        long messages,
        long version,
        List<AssignedLabel> labels,
        List<ShownValue> attributes) {

    public ConversationCard {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
    }
}
