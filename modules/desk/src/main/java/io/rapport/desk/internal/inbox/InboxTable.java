package io.rapport.desk.internal.inbox;

import io.rapport.events.ContactIdentified;
import io.rapport.events.ConversationId;
import io.rapport.events.ConversationStarted;
import io.rapport.events.ConversationsHandedOver;
import io.rapport.events.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The statements that project events into inbox rows. Each works whichever event comes first, since the order of
 * observers is nobody's business. One that changes several rows locks them in the order of their conversations, as all do,
 * so that none waits for another that waits for it.
 */
@ApplicationScoped
class InboxTable {

    private static final String STARTED = """
            insert into desk.inbox (conversation_id, number, site_id, session_id, country, active_at)
            values (:conversation, :number, :site, :session, :country, :at)
            on conflict (conversation_id) do update
               set number = excluded.number, site_id = excluded.site_id, session_id = excluded.session_id,
                   country = coalesce(excluded.country, inbox.country)""";

    private static final String IDENTIFIED = """
            insert into desk.inbox (conversation_id, contact_id, contact_name, active_at)
            values (:conversation, :contact, :name, :at)
            on conflict (conversation_id) do update
               set contact_id = excluded.contact_id, contact_name = excluded.contact_name""";

    private static final String POSTED = """
            with latest as materialized (
              select * from json_to_recordset(cast(:latest as json)) as m
                (conversation uuid, site uuid, session uuid, at timestamptz, text text, author_kind text,
                 author_name text, sequence bigint, visitor_sequence bigint, answered_sequence bigint,
                 waiting_since timestamptz)),
            before as materialized (
              select conversation_id, session_id from desk.inbox
               where conversation_id in (select conversation from latest)),
            posted as (
              insert into desk.inbox as i
                (conversation_id, site_id, session_id, active_at, last_text, last_author_kind, last_author_name,
                 last_sequence, visitor_sequence, read_sequence, waiting_since)
              select conversation, site, session, at, text, author_kind, author_name, sequence, visitor_sequence,
                     answered_sequence, waiting_since
                from latest order by conversation
              on conflict (conversation_id) do update
                 set active_at = greatest(i.active_at, excluded.active_at),
                     session_id = coalesce(excluded.session_id, i.session_id),
                     last_text = excluded.last_text, last_author_kind = excluded.last_author_kind,
                     last_author_name = excluded.last_author_name, last_sequence = excluded.last_sequence,
                     visitor_sequence = greatest(i.visitor_sequence, excluded.visitor_sequence),
                     read_sequence = greatest(i.read_sequence, excluded.read_sequence),
                     waiting_since = case when excluded.read_sequence > 0 then excluded.waiting_since
                                          else coalesce(i.waiting_since, excluded.waiting_since) end
              returning conversation_id, active_at, session_id),
            moved as (
              update desk.posting p set active_at = posted.active_at
                from posted where p.conversation_id = posted.conversation_id)
            select posted.session_id from posted join before on before.conversation_id = posted.conversation_id
             where before.session_id <> posted.session_id""";

    private static final String FILED = """
            with filed as (
              insert into desk.inbox as i (conversation_id, active_at, labels, terms)
              values (:conversation, :at, cast(:addedLabels as uuid[]), cast(:added as text[]))
              on conflict (conversation_id) do update
                 set labels = array(select unnest(i.labels) union select unnest(cast(:addedLabels as uuid[]))
                                    except select unnest(cast(:removedLabels as uuid[]))),
                     terms = array(select unnest(i.terms) union select unnest(cast(:added as text[]))
                                   except select unnest(cast(:removed as text[])))
              returning i.conversation_id, i.active_at),
            unfiled as (
              delete from desk.posting where conversation_id = :conversation and key = any(cast(:removed as text[])))
            insert into desk.posting (key, conversation_id, active_at)
            select key, filed.conversation_id, filed.active_at from filed, unnest(cast(:added as text[])) key
            on conflict do nothing""";

    private static final String FILED_ANEW = """
            with filed as (
              insert into desk.inbox as i (conversation_id, active_at, terms)
              values (:conversation, :at, cast(:keys as text[]))
              on conflict (conversation_id) do update
                 set terms = array(select term from unnest(i.terms) term where not starts_with(term, :prefix)
                                   union select unnest(cast(:keys as text[])))
              returning i.conversation_id, i.active_at),
            unfiled as (
              delete from desk.posting where conversation_id = :conversation and starts_with(key, :prefix)
                 and key <> all(cast(:keys as text[])))
            insert into desk.posting (key, conversation_id, active_at)
            select key, filed.conversation_id, filed.active_at from filed, unnest(cast(:keys as text[])) key
            on conflict do nothing""";

    private static final String RENAMED = """
            with called as materialized (
              select conversation_id from desk.inbox
               where contact_id = :contact and contact_name is distinct from :name
               order by conversation_id for update)
            update desk.inbox i set contact_name = :name from called where i.conversation_id = called.conversation_id""";

    private static final String PLACED = """
            with placed as materialized (
              select conversation_id from desk.inbox
               where session_id = :session and country is distinct from :country
               order by conversation_id for update)
            update desk.inbox i set country = :country from placed where i.conversation_id = placed.conversation_id""";

    @Inject
    Jdbi jdbi;

    void started(ConversationStarted event, String country) {
        jdbi.useHandle(handle -> handle.createUpdate(STARTED)
                .bind("conversation", event.conversation().value())
                .bind("number", event.number())
                .bind("site", event.site().value())
                .bind("session", event.session().value())
                .bind("country", country)
                .bind("at", utc(event.at()))
                .execute());
    }

    void identified(ContactIdentified event) {
        jdbi.useHandle(handle -> handle.createUpdate(IDENTIFIED)
                .bind("conversation", event.conversation().value())
                .bind("contact", event.contact().value())
                .bind("name", event.displayName())
                .bind("at", utc(event.at()))
                .execute());
    }

    /** Answers the sessions in which conversations were continued that had been in another before. */
    Set<SessionId> posted(List<LatestMessage> latest) {
        return jdbi.withHandle(handle -> handle.createQuery(POSTED)
                .bind("latest", LatestMessage.json(latest))
                .map((row, context) -> new SessionId(row.getObject(1, UUID.class)))
                .set());
    }

    void status(UUID conversation, String status) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update desk.inbox set status = :status,
                               waiting_since = case when :status = 'open' then waiting_since end
                         where conversation_id = :conversation""")
                .bind("conversation", conversation)
                .bind("status", status)
                .execute());
    }

    void rename(UUID contact, String name) {
        jdbi.useHandle(handle -> handle.createUpdate(RENAMED)
                .bind("contact", contact)
                .bind("name", name)
                .execute());
    }

    void handOver(ConversationsHandedOver event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update desk.inbox set contact_id = :contact, contact_name = :name
                         where conversation_id = any(:conversations)""")
                .bind("contact", event.to().value())
                .bind("name", event.displayName())
                .bindArray(
                        "conversations",
                        UUID.class,
                        event.conversations().stream()
                                .map(ConversationId::value)
                                .toArray())
                .execute());
    }

    void country(SessionId session, String country) {
        jdbi.useHandle(handle -> handle.createUpdate(PLACED)
                .bind("session", session.value())
                .bind("country", country)
                .execute());
    }

    /**
     * Files a conversation under other keys; labels are given by id, too, for the pills in the list.
     *
     * @param at when that happened: the row's activity where this comes before the beginning of the conversation
     */
    void file(
            UUID conversation,
            Collection<String> added,
            Collection<String> removed,
            Collection<UUID> addedLabels,
            Collection<UUID> removedLabels,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(FILED)
                .bind("conversation", conversation)
                .bindArray("added", String.class, added.toArray())
                .bindArray("removed", String.class, removed.toArray())
                .bindArray("addedLabels", UUID.class, addedLabels.toArray())
                .bindArray("removedLabels", UUID.class, removedLabels.toArray())
                .bind("at", utc(at))
                .execute());
    }

    /**
     * Files a conversation under these keys, and under no others that begin alike.
     *
     * @param at as above
     */
    void file(UUID conversation, String prefix, Collection<String> keys, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(FILED_ANEW)
                .bind("conversation", conversation)
                .bind("prefix", prefix)
                .bindArray("keys", String.class, keys.toArray())
                .bind("at", utc(at))
                .execute());
    }

    /** Whether the team had not read up to this sequence before. */
    boolean read(UUID conversation, long upTo) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update desk.inbox set read_sequence = least(:upTo, last_sequence)
                         where conversation_id = :conversation and read_sequence < least(:upTo, last_sequence)""")
                        .bind("conversation", conversation)
                        .bind("upTo", upTo)
                        .execute())
                > 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
