package io.rapport.sessions.internal;

import io.rapport.events.ContactIdentified;
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
import org.jdbi.v3.core.Jdbi;

/** What sessions take from others: the contact behind a visitor, and the closed fields that providers supply. */
@ApplicationScoped
class SessionListeners {

    @Inject
    Jdbi jdbi;

    @Inject
    SuppliedFields fields;

    @Inject
    Event<SessionChanged> changed;

    void noteContact(@Observes ContactIdentified event) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update sessions.visitor set contact_id = :contact where id = :visitor")
                        .bind("contact", event.contact().value())
                        .bind("visitor", event.visitor().value())
                        .execute());
    }

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
