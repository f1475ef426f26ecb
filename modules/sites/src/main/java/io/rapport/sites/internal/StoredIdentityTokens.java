package io.rapport.sites.internal;

import io.rapport.sites.IdentityTokens;
import io.rapport.sites.ProvenIdentity;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Reads identity tokens by the secrets in the database: one that was retired is good for nothing at once. */
@ApplicationScoped
public class StoredIdentityTokens implements IdentityTokens {

    @Inject
    IdentitySecrets secrets;

    @Inject
    Clock clock;

    @Override
    public ProvenIdentity read(SiteCard site, String token) {
        return IdentityToken.parse(token).proof(secrets.inForce(site.id()), site.key(), clock.instant());
    }
}
