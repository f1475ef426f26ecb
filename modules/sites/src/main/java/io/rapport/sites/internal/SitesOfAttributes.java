package io.rapport.sites.internal;

import io.rapport.attributes.AttributeSites;
import io.rapport.events.SiteId;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Attributes may apply at sites that exist. */
@ApplicationScoped
class SitesOfAttributes implements AttributeSites {

    @Inject
    Sites sites;

    @Override
    public boolean exists(SiteId site) {
        return sites.find(site).isPresent();
    }
}
