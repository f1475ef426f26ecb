package io.rapport.contacts.internal;

import io.rapport.events.ContactId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which contact a visitor and an external id stand for. */
@ApplicationScoped
class IdentityTable {

    /** Which contact an external id names, and whether it has just been given that name. */
    record Named(ContactId contact, boolean fresh) {}

    /** Somebody: a contact that external ids name. Else: none of them is this one. */
    private static final String IS_SOMEBODY_ELSE = """
            select count(*) filter (where e.realm_id <> :realm or e.external_id <> :externalId) > 0
                   and (:fresh or not bool_or(e.realm_id = :realm and e.external_id = :externalId))
              from contacts.external_identity e where e.contact_id = %s""";

    private static final String OF_VISITOR =
            "(select v.contact_id from contacts.visitor_contact v where v.visitor_id = :id)";

    private static final String ADD = """
            insert into contacts.contact (id, realm_id, verified, created_at) values (:id, :realm, true, :now)""";

    @Inject
    Jdbi jdbi;

    Optional<ContactId> contactOf(VisitorId visitor) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select contact_id from contacts.visitor_contact where visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .mapTo(UUID.class)
                .findOne()
                .map(ContactId::new));
    }

    boolean isSomebodyElse(VisitorId visitor, UUID realm, String externalId) {
        return isSomebodyElse(IS_SOMEBODY_ELSE.formatted(OF_VISITOR), visitor.value(), realm, externalId, false);
    }

    /** @param fresh whether the external id names the contact only since this transaction */
    boolean isSomebodyElse(ContactId contact, UUID realm, String externalId, boolean fresh) {
        return isSomebodyElse(IS_SOMEBODY_ELSE.formatted(":id"), contact.value(), realm, externalId, fresh);
    }

    private boolean isSomebodyElse(String sql, UUID id, UUID realm, String externalId, boolean fresh) {
        return jdbi.withHandle(handle -> Boolean.TRUE.equals(handle.createQuery(sql)
                .bind("id", id)
                .bind("realm", realm)
                .bind("externalId", externalId)
                .bind("fresh", fresh)
                .mapTo(Boolean.class)
                .one()));
    }

    /** Lets an external id that is new in the realm name that contact; of two at once the second waits for the first. */
    Named name(UUID realm, String externalId, ContactId contact, Instant now) {
        boolean fresh = jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into contacts.external_identity (realm_id, external_id, contact_id, origin_id, since)
                        values (:realm, :externalId, :contact, :contact, :now)
                        on conflict (realm_id, external_id) do nothing""")
                        .bind("realm", realm)
                        .bind("externalId", externalId)
                        .bind("contact", contact.value())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute())
                > 0;
        return new Named(fresh ? contact : named(realm, externalId), fresh);
    }

    ContactId named(UUID realm, String externalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select contact_id from contacts.external_identity
                         where realm_id = :realm and external_id = :externalId""")
                .bind("realm", realm)
                .bind("externalId", externalId)
                .mapTo(UUID.class)
                .map(ContactId::new)
                .one());
    }

    /** Both stand for that contact: what they stood for may have become part of it meanwhile. */
    void settle(VisitorId visitor, UUID realm, String externalId, ContactId contact) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with linked as (
                          update contacts.visitor_contact set contact_id = :contact
                           where visitor_id = :visitor and contact_id <> :contact)
                        update contacts.external_identity set contact_id = :contact
                         where realm_id = :realm and external_id = :externalId and contact_id <> :contact""")
                .bind("visitor", visitor.value())
                .bind("realm", realm)
                .bind("externalId", externalId)
                .bind("contact", contact.value())
                .execute());
    }

    /** A contact that nobody has written as yet. */
    void add(ContactId contact, UUID realm, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("id", contact.value())
                .bind("realm", realm)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The contact that the visitor stands for from now on: the one given, unless there was one already. */
    ContactId link(VisitorId visitor, ContactId contact) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into contacts.visitor_contact (visitor_id, contact_id, origin_id)
                        values (:visitor, :contact, :contact) on conflict (visitor_id) do nothing""")
                .bind("visitor", visitor.value())
                .bind("contact", contact.value())
                .execute());
        return contactOf(visitor).orElseThrow();
    }
}
