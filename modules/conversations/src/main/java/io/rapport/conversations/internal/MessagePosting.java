package io.rapport.conversations.internal;

import io.rapport.conversations.MessageCard;
import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The statement that adds messages to conversations, several at once.
 *
 * <p>The rows of the conversations are locked, in the order of their ids, then the next sequences are given. A key that was
 * used before adds nothing; should two transactions with one key run at once, the second breaks the unique index and is
 * tried again.
 */
@ApplicationScoped
class MessagePosting {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String POST = """
            with draft as materialized (
              select * from json_to_recordset(cast(:drafts as json)) as d
                (place int, message uuid, conversation uuid, visitor uuid, writer uuid, key text, session uuid,
                 author_kind text, author_id text, author_name text, text text, private boolean)),
            locked as materialized (
              select c.id, c.number, c.status, c.session_id, c.visitor_id, c.site_id, c.last_sequence
                from conversations.conversation c where c.id in (select conversation from draft)
               order by c.id for update of c),
            allowed as materialized (
              select d.*, l.number, l.status, l.session_id, l.visitor_id, l.site_id, l.last_sequence
                from draft d join locked l on l.id = d.conversation and (d.visitor is null or d.visitor = l.visitor_id)),
            earlier as materialized (
              select a.place, m.id, m.sequence, m.text, m.private, m.at, m.conversation_id, m.author_name
                from allowed a join conversations.message m on m.writer_id = a.writer and m.client_message_id = a.key),
            fresh as materialized (
              select a.*, a.last_sequence + row_number() over (partition by a.conversation order by a.place) as sequence
                from allowed a
               where a.status <> 'finalised' and not exists (select 1 from earlier e where e.place = a.place)),
            latest as (
              select conversation, max(sequence) as sequence, max(sequence) filter (where visitor is not null) as seen,
                     bool_or(not private) as reopens,
                     (array_agg(session order by place desc) filter (where session is not null))[1] as session
                from fresh group by conversation),
            bumped as (
              update conversations.conversation c
                 set last_sequence = n.sequence, active_at = :now, seen_sequence = coalesce(n.seen, c.seen_sequence),
                     status = case when n.reopens and c.status in ('resolved', 'snoozed') then 'open' else c.status end,
                     session_id = coalesce(n.session, c.session_id)
                from latest n where c.id = n.conversation
              returning c.id, c.status),
            linked as (
              insert into conversations.conversation_session (conversation_id, session_id, first_at)
              select distinct conversation, session, cast(:now as timestamptz) from fresh
               where session is not null and session <> session_id
              on conflict do nothing),
            posted as (
              insert into conversations.message
                (conversation_id, sequence, id, writer_id, client_message_id, author_kind, author_id, author_name, text,
                 private, session_id, at)
              select conversation, sequence, message, writer, key, author_kind, author_id, author_name, text, private,
                     session, cast(:now as timestamptz) from fresh)
            select a.place, a.status as old_status, a.visitor_id, a.site_id, a.number, f.sequence, b.status,
                   e.id as earlier_id, e.sequence as earlier_sequence, e.text as earlier_text, e.at as earlier_at,
                   e.private as earlier_private, e.conversation_id as earlier_conversation,
                   e.author_name as earlier_author
              from allowed a left join fresh f on f.place = a.place left join earlier e on e.place = a.place
              left join bumped b on b.id = a.conversation""";

    /** What became of a draft; sequence and status say nothing where an earlier message has its key. */
    record Posted(
            String oldStatus, UUID visitor, UUID site, long number, long sequence, String status, MessageCard earlier) {

        boolean isFinalised() {
            return "finalised".equals(oldStatus) && earlier == null;
        }

        boolean reopened() {
            return status != null && !status.equals(oldStatus);
        }
    }

    @Inject
    Jdbi jdbi;

    /**
     * Adds messages, those of one conversation in the order given.
     *
     * @return what became of each, by its place in the list; nothing of one whose conversation is not there or is another
     *     visitor's
     */
    Map<Integer, Posted> post(List<Draft> drafts, List<MessageId> ids, Instant now) {
        Map<Integer, Posted> posted = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(POST)
                .bind("drafts", json(drafts, ids))
                .bind("now", MessageTable.utc(now))
                .map((row, context) -> {
                    int place = row.getInt("place");
                    return posted.put(place, posted(row, drafts.get(place)));
                })
                .list());
        return posted;
    }

    private static String json(List<Draft> drafts, List<MessageId> ids) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (int place = 0; place < drafts.size(); place++) {
            all.add(json(place, drafts.get(place), ids.get(place)));
        }
        return all.build().toString();
    }

    private static JsonObjectBuilder json(int place, Draft draft, MessageId id) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("place", place)
                .add("message", id.value().toString())
                .add("conversation", draft.conversation().value().toString())
                .add("writer", draft.writer().toString())
                .add("author_kind", draft.author().kind().token())
                .add("author_id", draft.author().id())
                .add("author_name", draft.author().name())
                .add("text", draft.text())
                .add("private", draft.isPrivate());
        if (draft.byVisitor()) {
            json.add("visitor", draft.writer().toString());
        }
        if (draft.key() != null) {
            json.add("key", draft.key());
        }
        if (draft.session() != null) {
            json.add("session", draft.session().value().toString());
        }
        return json;
    }

    private static Posted posted(ResultSet row, Draft draft) throws SQLException {
        return new Posted(
                row.getString("old_status"),
                row.getObject("visitor_id", UUID.class),
                row.getObject("site_id", UUID.class),
                row.getLong("number"),
                row.getLong("sequence"),
                row.getString("status"),
                row.getObject("earlier_id") == null ? null : earlier(row, draft));
    }

    private static MessageCard earlier(ResultSet row, Draft draft) throws SQLException {
        return new MessageCard(
                new MessageId(row.getObject("earlier_id", UUID.class)),
                new ConversationId(row.getObject("earlier_conversation", UUID.class)),
                row.getLong("earlier_sequence"),
                new Actor(draft.author().kind(), draft.author().id(), row.getString("earlier_author"), null),
                row.getString("earlier_text"),
                row.getBoolean("earlier_private"),
                draft.key(),
                row.getObject("earlier_at", OffsetDateTime.class).toInstant());
    }
}
