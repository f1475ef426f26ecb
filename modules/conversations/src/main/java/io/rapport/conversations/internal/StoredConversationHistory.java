package io.rapport.conversations.internal;

import io.rapport.attributes.ValueChange;
import io.rapport.conversations.ConversationHistory;
import io.rapport.conversations.StartedConversation;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.labels.LabelChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads the history of conversations from this module's schema. */
@ApplicationScoped
public class StoredConversationHistory implements ConversationHistory {

    private static final String STARTED = """
            select id, number, status, created_at from conversations.conversation where contact_id = :contact
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    Owned owned;

    @Inject
    MessageTable table;

    @Override
    public List<LabelChange> labels(ConversationId conversation, UUID before, int limit) {
        return owned.labels().changes(conversation.value(), before, limit);
    }

    @Override
    public List<ValueChange> values(ConversationId conversation, UUID before, int limit) {
        return owned.values().changes(conversation.value(), before, limit);
    }

    @Override
    public List<StartedConversation> startedBy(ContactId contact, UUID before, int limit) {
        String page = (before == null ? "" : " and id < :before") + " order by id desc limit :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(STARTED + page)
                    .bind("contact", contact.value())
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return query.map((row, context) -> started(row)).list();
        });
    }

    @Override
    public boolean exists(ConversationId conversation) {
        return table.exists(conversation);
    }

    private static StartedConversation started(ResultSet row) throws SQLException {
        return new StartedConversation(
                new ConversationId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                row.getString("status"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
