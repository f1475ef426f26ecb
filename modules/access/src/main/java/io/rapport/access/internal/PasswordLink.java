package io.rapport.access.internal;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A link that sets a password, as it is shown once.
 *
 * @param link the whole address, with the secret
 * @param expiresAt when it is worth nothing any more
 */
@Schema(requiredProperties = {"link", "expiresAt"})
public record PasswordLink(String link, Instant expiresAt) {

    /** Never the secret: this may end in a log. */
    @Override
    public String toString() {
        return "PasswordLink";
    }
}
