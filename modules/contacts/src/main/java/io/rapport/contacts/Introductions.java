package io.rapport.contacts;

import io.rapport.events.VisitorId;
import io.rapport.sites.ProvenIdentity;
import io.rapport.sites.SiteCard;

/** Takes what visitors say of themselves, and knows again who proves to be somebody. */
public interface Introductions {

    /**
     * Whether the contact behind the visitor is known to be somebody else than the token names, so that the browser has
     * changed hands. One statement.
     */
    boolean isSomebodyElse(VisitorId visitor, SiteCard site, ProvenIdentity identity);

    /**
     * Keeps what is said on the visitor's own contact. With proof the visitor's contact is the one of that external id in
     * the site's realm: an anonymous one becomes it, or becomes part of it. Without a contact what is said waits for the
     * first message; whoever proves an identity has a contact at once. Works in the running transaction.
     *
     * @throws io.rapport.access.Problem 409 where the visitor became somebody else meanwhile
     */
    Introduced introduce(Introduction introduction);
}
