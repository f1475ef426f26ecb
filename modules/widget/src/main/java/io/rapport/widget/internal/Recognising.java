package io.rapport.widget.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.contacts.Introduced;
import io.rapport.contacts.Introduction;
import io.rapport.contacts.Introductions;
import io.rapport.events.VisitorId;
import io.rapport.sessions.Opened;
import io.rapport.sessions.Visit;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import io.rapport.sites.IdentityTokens;
import io.rapport.sites.ProvenIdentity;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes an introduction in one transaction. A browser that was one person's and shows another's token becomes a new
 * visitor: nothing of the one before is carried over.
 */
@ApplicationScoped
public class Recognising {

    /**
     * Who the browser is from now on, and what became of each field.
     *
     * @param until how long the proof is good; null without one
     */
    record Recognised(Opened as, Instant until, List<String> saved, List<FieldError> refused) {}

    @Inject
    IdentityTokens tokens;

    @Inject
    Introductions introductions;

    @Inject
    Visitors visitors;

    @Inject
    Clock clock;

    /**
     * Takes what is said.
     *
     * @param visit what this request shows of the browser
     * @throws Problem 401 where the token is not accepted or one is required, 409, 422
     */
    @Transactional
    public Recognised introduce(
            VisitorCard visitor, String visitorToken, SiteCard site, ContactPatch patch, Visit visit) {
        ProvenIdentity identity = identity(visitor, site, patch);
        Opened as = new Opened(visitor.session(), visitor.id(), visitorToken, true);
        if (identity != null && introductions.isSomebodyElse(visitor.id(), site, identity)) {
            as = visitors.open(site.id(), null, visit);
        }
        Introduced introduced = introduce(as.visitor(), site, identity, patch);
        List<FieldError> refused = new ArrayList<>(patch.refused());
        refused.addAll(introduced.refused());
        if (identity == null && introduced.saved().isEmpty() && !refused.isEmpty()) {
            throw Problem.invalid(refused);
        }
        return new Recognised(as, identity == null ? null : identity.expiresAt(), introduced.saved(), refused);
    }

    private ProvenIdentity identity(VisitorCard visitor, SiteCard site, ContactPatch patch) {
        if (patch.identityToken() == null) {
            if (!visitor.isOpen(clock.instant())) {
                throw Bearer.identityRequired();
            }
            return null;
        }
        ProvenIdentity identity = tokens.read(site, patch.identityToken());
        if (patch.externalId() != null && !patch.externalId().equals(identity.externalId())) {
            throw Problem.invalid(new FieldError("externalId", "must be the one that identityToken proves"));
        }
        return identity;
    }

    private Introduced introduce(VisitorId visitor, SiteCard site, ProvenIdentity identity, ContactPatch patch) {
        Introduced introduced = introductions.introduce(new Introduction(visitor, site, identity, patch.said()));
        if (identity != null) {
            visitors.prove(visitor, identity.externalId(), identity.expiresAt());
        }
        return introduced;
    }
}
