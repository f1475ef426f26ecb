package io.rapport.sites;

/** Checks identity tokens: what a site's own server signs to say who its visitor is. */
public interface IdentityTokens {

    /**
     * Reads a JSON Web Token (RFC 7519) signed with HS256 by one of the site's identity secrets: {@code sub} is the
     * external id, {@code aud} the site's key, {@code exp} is required; {@code name}, {@code email} and
     * {@code phone_number} are taken where they are there. One SQL statement.
     *
     * @throws io.rapport.access.Problem 422 for what is no such token, 401 for one that is not accepted, each with a type of
     *     its own
     */
    ProvenIdentity read(SiteCard site, String token);
}
