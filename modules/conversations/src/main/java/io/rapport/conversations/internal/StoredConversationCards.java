package io.rapport.conversations.internal;

import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.conversations.MessageCard;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads conversations as cards: labels and values in the same statement. */
@ApplicationScoped
public class StoredConversationCards implements ConversationCards {

    /** Ids of sessions are in the order of time, and so is the key that this reads by. */
    private static final String CARDS = """
            select c.*, o.session_before, o.other_sessions, %s as labels, %s as attribute_values
              from conversations.conversation c
              cross join lateral (
                select count(*) as other_sessions, (array_agg(l.session_id))[1] as session_before
                  from (select s.session_id from conversations.conversation_session s
                         where s.conversation_id = c.id and s.session_id <> c.session_id
                         order by s.session_id desc limit %d) l) o
             where c.id = any(:ids)""";

    @Inject
    Jdbi jdbi;

    @Inject
    Owned owned;

    @Inject
    OwedTable pending;

    @Inject
    MessageTable messages;

    @Override
    public Map<ConversationId, ConversationCard> find(Set<ConversationId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String sql = CARDS.formatted(
                owned.labels().columnFor("c.id"), owned.values().columnFor("c.id"), ConversationCard.MOST_SESSIONS);
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindArray(
                        "ids",
                        UUID.class,
                        ids.stream().map(ConversationId::value).toList())
                .map((row, context) -> card(row))
                .collect(Collectors.toMap(ConversationCard::id, card -> card)));
    }

    @Override
    public Optional<MessageCard> message(MessageId id) {
        return messages.message(id);
    }

    private ConversationCard card(ResultSet row) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        UUID before = row.getObject("session_before", UUID.class);
        Instant createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new ConversationCard(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("status"),
                new SiteId(row.getObject("site_id", UUID.class)),
                new VisitorId(row.getObject("visitor_id", UUID.class)),
                contact == null ? null : new ContactId(contact),
                new SessionId(row.getObject("session_id", UUID.class)),
                before == null ? null : new SessionId(before),
                row.getInt("other_sessions"),
                createdAt,
                row.getObject("active_at", OffsetDateTime.class).toInstant(),
                row.getLong("last_sequence"),
                row.getLong("version"),
                owned.labels().read(row.getString("labels")),
                owned.values().read(row.getString("attribute_values")),
                pending.read((String[]) row.getArray("owed").getArray(), createdAt));
    }
}
