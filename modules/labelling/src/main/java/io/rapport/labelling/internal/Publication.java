package io.rapport.labelling.internal;

import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The short part of publishing: one row, and the notice that swaps the rules when the row is there for good. */
@ApplicationScoped
class Publication {

    @Inject
    RevisionTable revisions;

    @Inject
    Event<RevisionPublished> published;

    /** Stores a revision that is compiled already; throws Problem 412 when somebody else published meanwhile. */
    @Transactional
    public void store(Revision revision, CompiledRules compiled) {
        if (!revisions.add(revision)) {
            throw Problem.preconditionFailed();
        }
        published.fire(new RevisionPublished(compiled));
    }
}
