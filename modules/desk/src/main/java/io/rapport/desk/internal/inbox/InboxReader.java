package io.rapport.desk.internal.inbox;

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
import org.jdbi.v3.core.statement.Query;

/** Reads pages of the inbox, each in one statement along one index. */
@ApplicationScoped
class InboxReader {

    private static final String COLUMNS = """
            select i.conversation_id, i.number, i.site_id, i.contact_id, i.contact_name, i.country, i.status, i.active_at,
                   i.last_text, i.last_author_kind, i.last_author_name, i.visitor_sequence > i.read_sequence as unread,
                   i.waiting_since, i.labels
            """;

    private static final String ALL =
            COLUMNS + " from desk.inbox i where (i.active_at, i.conversation_id) < (:at, :id)";

    /** The rarest thing first: a stretch of one label's postings. */
    private static final String LABELLED = COLUMNS + """
                      from desk.posting p join desk.inbox i on i.conversation_id = p.conversation_id
                     where p.key = :key and (p.active_at, p.conversation_id) < (:at, :id) and i.terms @> :terms""";

    private static final String ORDER = " order by i.active_at desc, i.conversation_id desc limit :limit";
    private static final String POSTED_ORDER = " order by p.active_at desc, p.conversation_id desc limit :limit";

    private static final UUID LAST_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final OffsetDateTime END_OF_TIME = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    @Inject
    Jdbi jdbi;

    /** The rows of the page and one more, if there is one. */
    List<InboxRow> page(InboxQuery asked) {
        String status = asked.status() == null ? "" : " and i.status = :status";
        String sql = asked.labels().isEmpty() ? ALL + status + ORDER : LABELLED + status + POSTED_ORDER;
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql)
                    .bind(
                            "at",
                            asked.after() == null
                                    ? END_OF_TIME
                                    : utc(asked.after().activeAt()))
                    .bind("id", asked.after() == null ? LAST_ID : asked.after().conversation())
                    .bind("limit", asked.limit() + 1);
            if (asked.status() != null) {
                query.bind("status", asked.status());
            }
            if (!asked.labels().isEmpty()) {
                List<String> keys = asked.labels().stream().map(PostingKey::of).toList();
                query.bind("key", keys.get(0)).bindArray("terms", String.class, keys.toArray());
            }
            return query.map((row, context) -> row(row)).list();
        });
    }

    Optional<InboxRow> find(UUID conversation) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COLUMNS + " from desk.inbox i where i.conversation_id = :conversation")
                        .bind("conversation", conversation)
                        .map((row, context) -> row(row))
                        .findOne());
    }

    private static InboxRow row(ResultSet row) throws SQLException {
        return new InboxRow(
                row.getObject("conversation_id", UUID.class),
                row.getLong("number"),
                row.getObject("site_id", UUID.class),
                row.getObject("contact_id", UUID.class),
                row.getString("contact_name"),
                row.getString("country"),
                row.getString("status"),
                instant(row, "active_at"),
                row.getString("last_text"),
                row.getString("last_author_kind"),
                row.getString("last_author_name"),
                row.getBoolean("unread"),
                instant(row, "waiting_since"),
                List.of((UUID[]) row.getArray("labels").getArray()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
