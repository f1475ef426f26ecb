package io.rapport.sites;

import java.time.Instant;
import java.util.Map;

/**
 * What a valid identity token says of the person who shows it.
 *
 * @param externalId who it is in the site's own books, 1 to 200 characters, unique within the realm
 * @param claims of name, email and phone those that the token has, as JSON gave them; an e-mail or phone that the token
 *     itself calls unverified is left out
 * @param expiresAt until when the token is good, leeway included
 */
public record ProvenIdentity(String externalId, Map<String, Object> claims, Instant expiresAt) {

    public ProvenIdentity {
        claims = Map.copyOf(claims);
    }
}
