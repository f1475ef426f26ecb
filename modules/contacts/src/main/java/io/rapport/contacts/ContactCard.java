package io.rapport.contacts;

import io.rapport.attributes.ShownValue;
import io.rapport.events.ContactId;
import io.rapport.labels.AssignedLabel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A contact as other modules see it.
 *
 * @param id the contact
 * @param realm the identity realm
 * @param displayName name, or 'Visitor' and a short number
 * @param name null when not known
 * @param email as typed; null when not known
 * @param phone E.164, or as typed where it is none; null when not known
 * @param verified whether a signed identity token named the contact
 * @param blocked whether new messages are refused
 * @param conversations how many conversations the contact has had
 * @param version for optimistic locking of edits
 * @param createdAt first seen
 * @param labels labels on the contact
 * @param attributes shown values, name, email and phone included
 * @param claims what is said without proof and belongs to another contact
 * @param mergedInto the contact that this one has become part of; null while it stands by itself
 */
public record ContactCard(
        ContactId id,
        UUID realm,
        String displayName,
        String name,
        String email,
        String phone,
        boolean verified,
        boolean blocked,
        long conversations,
        long version,
        Instant createdAt,
        List<AssignedLabel> labels,
        List<ShownValue> attributes,
        List<Claim> claims,
        ContactId mergedInto) {

    public ContactCard {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        claims = List.copyOf(claims);
    }

    /** A contact that stands by itself. */
    public ContactCard(
            ContactId id,
            UUID realm,
            String displayName,
            String name,
            String email,
            String phone,
            boolean verified,
            boolean blocked,
            long conversations,
            long version,
            Instant createdAt,
            List<AssignedLabel> labels,
            List<ShownValue> attributes,
            List<Claim> claims) {
        this(
                id,
                realm,
                displayName,
                name,
                email,
                phone,
                verified,
                blocked,
                conversations,
                version,
                createdAt,
                labels,
                attributes,
                claims,
                null);
    }
}
