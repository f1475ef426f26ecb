package io.rapport.conversations;

import io.rapport.attributes.ShownValue;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.VisitorId;
import io.rapport.labels.AssignedLabel;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
 * @param sessionBefore the session in which the visitor wrote before that one; null where it is the first
 * @param otherSessions in how many sessions beside that one the visitor wrote, counted up to {@link #MOST_SESSIONS}
 * @param createdAt when it was started
 * @param lastActivityAt when the latest message was posted
 * @param messages how many messages it has, private notes included: the sequence of the latest
 * @param version for optimistic locking of edits
 * @param labels labels on the conversation
 * @param attributes shown values
 * @param owed what providers have not answered yet, about its contact, too; nothing more a quarter of an hour after its
 *     start, when nobody is waited for any longer
 */
public record ConversationCard(
        ConversationId id,
        long number,
        String status,
        SiteId site,
        VisitorId visitor,
        ContactId contact,
        SessionId session,
        SessionId sessionBefore,
        int otherSessions,
        Instant createdAt,
        Instant lastActivityAt,
        long messages,
        long version,
        List<AssignedLabel> labels,
        List<ShownValue> attributes,
        Set<OwedAttribute> owed) {

    /** No further than this are other sessions counted. */
    public static final int MOST_SESSIONS = 100;

    public ConversationCard {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        owed = Set.copyOf(owed);
    }

    /** A conversation that the visitor wrote in during one session only, and of which nothing is owed. */
    public ConversationCard(
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
        this(
                id,
                number,
                status,
                site,
                visitor,
                contact,
                session,
                null,
                0,
                createdAt,
                lastActivityAt,
                messages,
                version,
                labels,
                attributes,
                Set.of());
    }

    /**
     * Whether a provider may still bring an attribute another value than the one that is shown.
     *
     * @param subject contact or conversation
     * @param shown its shown value; null where it has none
     */
    public boolean awaits(Subject.Kind subject, String key, ShownValue shown) {
        return owed.stream().anyMatch(owing -> owing.isOf(subject, key) && !owing.isSettledBy(shown));
    }
}
