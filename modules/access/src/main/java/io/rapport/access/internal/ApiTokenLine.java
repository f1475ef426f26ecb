package io.rapport.access.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A token as administrators see it in their list.
 *
 * @param scopes of {@link io.rapport.access.Scopes}, in their order
 * @param madeByName as the agent was called at the time
 * @param expiresAt null: never
 * @param lastUsedAt to the minute or so; null: never
 * @param revokedAt null: it was not
 */
record ApiTokenLine(
        UUID id,
        String name,
        List<String> scopes,
        UUID madeById,
        String madeByName,
        Instant madeAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {

    /** What has become of it, by the word that the API uses. */
    String state(Instant now) {
        if (revokedAt != null) {
            return "revoked";
        }
        return expiresAt != null && !expiresAt.isAfter(now) ? "expired" : "active";
    }
}
