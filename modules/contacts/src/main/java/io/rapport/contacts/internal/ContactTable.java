package io.rapport.contacts.internal;

import io.rapport.access.Problem;
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

    /** Nothing is added where the visitor has a contact by now. What it said before goes with it. */
    private static final String ADD = """
            with linked as (
              insert into contacts.visitor_contact (visitor_id, contact_id, origin_id)
              values (:visitor, :id, :id) on conflict (visitor_id) do nothing returning contact_id),
            said as (
              delete from contacts.introduction where visitor_id = :visitor and exists (select 1 from linked)
              returning said),
            added as (
              insert into contacts.contact
                (id, realm_id, name, email, email_folded, phone, conversations, created_at)
              select contact_id, cast(:realm as uuid), cast(:name as text), cast(:email as text),
                     cast(:emailFolded as text), cast(:phone as text), 1, cast(:now as timestamptz) from linked
              returning number)
            select number, (select cast(said as text) from said) as said from added""";

    /** A contact that was added: what screens call it, and what its visitor had said before as JSON, or null. */
    record Added(String displayName, String said) {}

    private static final String COUNT_CONVERSATION = "update contacts.contact set conversations = conversations + 1"
            + " where id = :id and merged_into is null returning name, number";

    private static final String HAND_OVER = """
            update contacts.contact
               set conversations = conversations + case id when :to then :count else -:count end
             where id in (:from, :to)""";

    @Inject
    Jdbi jdbi;

    /** Adds a contact for a visitor nobody knows; empty where somebody does by now. */
    Optional<Added> add(ContactId contact, VisitorId visitor, UUID realm, Map<String, String> shown, Instant now) {
        String name = shown.get("name");
        String email = shown.get("email");
        return jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bind("id", contact.value())
                .bind("visitor", visitor.value())
                .bind("realm", realm)
                .bind("name", name)
                .bind("email", email)
                .bind("emailFolded", email == null ? null : email.toLowerCase(Locale.ROOT))
                .bind("phone", shown.get("phone"))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Added(DisplayName.of(name, row.getLong("number")), row.getString("said")))
                .findOne());
    }

    /** Whether there is such a contact. */
    boolean exists(UUID contact) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from contacts.contact where id = :id)")
                        .bind("id", contact)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Of a contact that was not added after all, no value stays. */
    void forgetValues(ContactId contact) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        with gone as (delete from contacts.attribute_value where subject_id = :id)
                        delete from contacts.attribute_history where subject_id = :id""").bind("id", contact.value()).execute());
    }

    /** Counts another conversation of a known contact and tells its display name; empty when it is gone or merged. */
    Optional<String> countConversation(ContactId contact) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT_CONVERSATION)
                .bind("id", contact.value())
                .map((row, context) -> DisplayName.of(row.getString("name"), row.getLong("number")))
                .findOne());
    }

    /** So many conversations are another's now; both rows are locked. */
    void handOver(ContactId from, ContactId to, int count) {
        jdbi.useHandle(handle -> handle.createUpdate(HAND_OVER)
                .bind("from", from.value())
                .bind("to", to.value())
                .bind("count", count)
                .execute());
    }

    /** How many conversations the contact has; 0 when there is none. */
    long conversations(UUID contact) {
        return jdbi.withHandle(handle -> handle.createQuery("select conversations from contacts.contact where id = :id")
                .bind("id", contact)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Throws Problem 404. */
    void requireKnown(UUID contact) {
        jdbi.withHandle(handle -> handle.createQuery("select id from contacts.contact where id = :id")
                        .bind("id", contact)
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> Problem.notFound("contact"));
    }
}
