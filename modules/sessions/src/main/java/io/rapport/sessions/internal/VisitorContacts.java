package io.rapport.sessions.internal;

import io.rapport.events.ContactId;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ContactsMerged;
import io.rapport.events.ContactsUnmerged;
import io.rapport.events.VisitorId;
import io.rapport.events.VisitorRecognised;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Notes which contact is behind a visitor; contacts own the link, and it saves each message asking them. */
@ApplicationScoped
class VisitorContacts {

    @Inject
    Jdbi jdbi;

    void on(@Observes ContactIdentified event) {
        note(event.contact(), List.of(event.visitor()));
    }

    void on(@Observes VisitorRecognised event) {
        note(event.contact(), List.of(event.visitor()));
    }

    void on(@Observes ContactsMerged event) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update sessions.visitor set contact_id = :into where contact_id = :from")
                        .bind("from", event.from().value())
                        .bind("into", event.into().value())
                        .execute());
    }

    void on(@Observes ContactsUnmerged event) {
        note(event.restored(), event.visitors());
    }

    private void note(ContactId contact, List<VisitorId> visitors) {
        Object[] ids = visitors.stream().map(VisitorId::value).toArray();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update sessions.visitor set contact_id = :contact where id = any(:visitors)")
                .bind("contact", contact.value())
                .bindArray("visitors", UUID.class, ids)
                .execute());
    }
}
