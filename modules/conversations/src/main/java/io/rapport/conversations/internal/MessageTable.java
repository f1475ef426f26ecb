package io.rapport.conversations.internal;

import io.rapport.conversations.Conversations.Range;
import io.rapport.conversations.FirstMessage;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.Received;
import io.rapport.conversations.VisitorConversation;
import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The statements on conversations and their messages, but for those that {@link MessagePosting} adds. */
@ApplicationScoped
class MessageTable {

    private static final String INSERT_MESSAGE = """
            insert into conversations.message
              (conversation_id, sequence, id, writer_id, client_message_id, author_kind, author_id, author_name, text,
               private, session_id, at)""";

    private static final String START = """
            with started as (
              insert into conversations.conversation
                (id, site_id, visitor_id, contact_id, origin_id, session_id, last_sequence, seen_sequence, created_at,
                 active_at, owed)
              values (:conversation, :site, :visitor, :contact, :visitor, :session, 1, 1, :now, :now, :owed)
              on conflict (visitor_id) where status <> 'finalised' do nothing
              returning id, number),
            linked as (
              insert into conversations.conversation_session (conversation_id, session_id, first_at)
              select id, :session, :now from started),
            posted as (
            """ + INSERT_MESSAGE + """

              select id, 1, :message, :visitor, :key, 'visitor', :authorId, :authorName, :text, false, :session, :now
                from started)
            select number from started""";

    private static final String CURRENT = """
            select c.id, c.number, c.status,
                   (select count(*) from (
                      select 1 from conversations.message m
                       where m.conversation_id = c.id and m.sequence > c.seen_sequence
                         and m.author_kind <> 'visitor' and not m.private limit 100) unseen) as unread
              from conversations.conversation c where c.visitor_id = :visitor and c.status <> 'finalised'""";

    private static final String MESSAGES = """
            select conversation_id, sequence, id, client_message_id, author_kind, author_id, author_name,
                   author_version, text, private, at
              from conversations.message
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    OwedTable pending;

    /** The number of the conversation that was started; empty when the visitor has one that is not finalised. */
    Optional<Long> start(
            FirstMessage first, ConversationId conversation, MessageId message, Actor author, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(START)
                .bind("conversation", conversation.value())
                .bind("site", first.site().id().value())
                .bind("visitor", first.writer().visitor().value())
                .bind(
                        "contact",
                        first.writer().contact() == null
                                ? null
                                : first.writer().contact().value())
                .bind("session", first.writer().session().value())
                .bind("message", message.value())
                .bind("key", first.clientMessageId())
                .bind("authorId", author.id())
                .bind("authorName", author.name())
                .bind("text", first.text())
                .bindArray("owed", String.class, (Object[]) pending.ofNew())
                .bind("now", utc(now))
                .mapTo(Long.class)
                .findOne());
    }

    Optional<VisitorConversation> current(VisitorId visitor) {
        return jdbi.withHandle(handle -> handle.createQuery(CURRENT)
                .bind("visitor", visitor.value())
                .map((row, context) -> new VisitorConversation(
                        new ConversationId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        row.getString("status"),
                        row.getLong("unread")))
                .findOne());
    }

    /** Whether anything changed. */
    boolean seen(VisitorId visitor, ConversationId conversation, long upTo) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update conversations.conversation set seen_sequence = least(:upTo, last_sequence)
                         where id = :id and visitor_id = :visitor and seen_sequence < least(:upTo, last_sequence)""")
                        .bind("id", conversation.value())
                        .bind("visitor", visitor.value())
                        .bind("upTo", upTo)
                        .execute())
                > 0;
    }

    boolean exists(ConversationId conversation) {
        String sql = "select 1 from conversations.conversation where id = ?";
        return jdbi.withHandle(handle ->
                !handle.select(sql, conversation.value()).mapToMap().list().isEmpty());
    }

    boolean belongsTo(VisitorId visitor, ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select 1 from conversations.conversation where id = :id and visitor_id = :visitor")
                .bind("id", conversation.value())
                .bind("visitor", visitor.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    List<MessageCard> forVisitor(VisitorId visitor, ConversationId conversation, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(MESSAGES + """
                           where conversation_id = :id and sequence > :after and not private
                             and exists (select 1 from conversations.conversation c
                                          where c.id = :id and c.visitor_id = :visitor)
                           order by sequence limit :limit""")
                .bind("id", conversation.value())
                .bind("visitor", visitor.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> card(row))
                .list());
    }

    /** Newest first, unless the range has a lower bound. */
    List<MessageCard> forAgent(ConversationId conversation, Range range) {
        String order = range.after() == null ? " order by sequence desc" : " order by sequence";
        return jdbi.withHandle(handle -> handle.createQuery(MESSAGES + """
                           where conversation_id = :id and sequence > :after and sequence < :before""" + order + " limit :limit")
                .bind("id", conversation.value())
                .bind("after", range.after() == null ? 0L : range.after())
                .bind("before", range.before() == null ? Long.MAX_VALUE : range.before())
                .bind("limit", range.limit())
                .map((row, context) -> card(row))
                .list());
    }

    Optional<MessageCard> message(MessageId id) {
        return jdbi.withHandle(handle -> handle.createQuery(MESSAGES + " where id = :id")
                .bind("id", id.value())
                .map((row, context) -> card(row))
                .findOne());
    }

    /** What a visitor wrote under a key, in whichever conversation. */
    Optional<Received> written(VisitorId visitor, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select m.*, c.number from conversations.message m
                          join conversations.conversation c on c.id = m.conversation_id
                         where m.writer_id = :visitor and m.client_message_id = :key""")
                .bind("visitor", visitor.value())
                .bind("key", key)
                .map((row, context) -> new Received(row.getLong("number"), card(row), false, true))
                .findOne());
    }

    private static MessageCard card(ResultSet row) throws SQLException {
        return new MessageCard(
                new MessageId(row.getObject("id", UUID.class)),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                row.getLong("sequence"),
                new Actor(
                        Actor.Kind.of(row.getString("author_kind")),
                        row.getString("author_id"),
                        row.getString("author_name"),
                        row.getString("author_version")),
                row.getString("text"),
                row.getBoolean("private"),
                row.getString("client_message_id"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
