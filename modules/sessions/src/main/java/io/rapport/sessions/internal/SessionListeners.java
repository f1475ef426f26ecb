package io.rapport.sessions.internal;

import io.rapport.events.SessionChanged;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What sessions take from others: the closed fields that providers supply. */
@ApplicationScoped
class SessionListeners {

    @Inject
    SuppliedFields fields;

    @Inject
    Event<SessionChanged> changed;

    void store(@Observes ValuesSupplied event) {
        if (event.subject().kind() != Subject.Kind.SESSION) {
            return;
        }
        SessionId session = new SessionId(event.subject().id());
        fields.store(session, event.values())
                .ifPresent(owner -> changed.fire(new SessionChanged(
                        session, new VisitorId(owner.visitor()), new SiteId(owner.site()), event.actor(), event.at())));
    }
}
