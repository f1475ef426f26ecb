package io.rapport.contacts;

import io.rapport.attributes.ProposedValue;
import io.rapport.events.VisitorId;
import io.rapport.sites.ProvenIdentity;
import io.rapport.sites.SiteCard;
import java.util.List;

/**
 * What a visitor, or the page on its behalf, says of itself.
 *
 * @param visitor who says it
 * @param site where
 * @param identity what a valid identity token proves; null without one
 * @param said name, email, phone and attributes without proof; a null value takes back what was said before
 */
public record Introduction(VisitorId visitor, SiteCard site, ProvenIdentity identity, List<ProposedValue> said) {

    public Introduction {
        said = List.copyOf(said);
    }
}
