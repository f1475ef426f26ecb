package io.rapport.contacts.internal;

import io.rapport.events.ContactId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The set-based statements on contacts; edits go through the entity. */
@ApplicationScoped
class ContactTable {

    private static final String ADD = """
            with linked as (
              insert into contacts.visitor_contact (visitor_id, contact_id, origin_id)
              values (:visitor, :id, :id))
            insert into contacts.contact
              (id, realm_id, name, email, email_folded, phone, conversations, created_at)
            values (:id, :realm, :name, :email, :emailFolded, :phone, 1, :now)
            returning number""";

    private static final String COUNT_CONVERSATION =
            "update contacts.contact set conversations = conversations + 1 where id = :id returning name, number";

    @Inject
    Jdbi jdbi;

    /** Adds a contact for a visitor nobody knows and tells its display name. */
    String add(ContactId contact, VisitorId visitor, UUID realm, Map<String, String> shown, Instant now) {
        String name = shown.get("name");
        String email = shown.get("email");
        long number = jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bind("id", contact.value())
                .bind("visitor", visitor.value())
                .bind("realm", realm)
                .bind("name", name)
                .bind("email", email)
                .bind("emailFolded", email == null ? null : email.toLowerCase(Locale.ROOT))
                .bind("phone", shown.get("phone"))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
        return DisplayName.of(name, number);
    }

    /** Whether there is such a contact. */
    boolean exists(UUID contact) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from contacts.contact where id = :id)")
                        .bind("id", contact)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Counts another conversation of a known contact and tells its display name; empty when the contact is gone. */
    Optional<String> countConversation(ContactId contact) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT_CONVERSATION)
                .bind("id", contact.value())
                .map((row, context) -> DisplayName.of(row.getString("name"), row.getLong("number")))
                .findOne());
    }
}
