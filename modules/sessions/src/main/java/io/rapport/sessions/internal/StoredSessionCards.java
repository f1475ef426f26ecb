package io.rapport.sessions.internal;

import io.rapport.events.ContactId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import io.rapport.sessions.SessionHistory;
import io.rapport.sessions.SessionRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads sessions as cards. */
@ApplicationScoped
public class StoredSessionCards implements SessionCards, SessionHistory {

    private static final String OF_CONTACT = """
            select s.* from sessions.visitor v join sessions.session s on s.visitor_id = v.id
             where v.contact_id = :contact
            """;

    private static final String BEFORE = " and s.id < :before";

    private static final String LATEST = " order by s.id desc limit :limit";

    @Inject
    Jdbi jdbi;

    @Override
    public Map<SessionId, SessionCard> find(Set<SessionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("select * from sessions.session where id = any(:ids)")
                .bindArray("ids", UUID.class, ids.stream().map(SessionId::value).toList())
                .map((row, context) -> card(row))
                .collect(Collectors.toMap(SessionCard::id, card -> card)));
    }

    @Override
    public List<SessionCard> of(ContactId contact, UUID before, int limit) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(OF_CONTACT + (before == null ? "" : BEFORE) + LATEST)
                    .bind("contact", contact.value())
                    .bind("limit", limit);
            if (before != null) {
                query.bind("before", before);
            }
            return query.map((row, context) -> card(row)).list();
        });
    }

    @Override
    public Optional<SessionRequest> request(SessionId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, visitor_id, site_id, user_agent, language, browser_time_zone, address, landing_page,
                               referrer
                          from sessions.session where id = :id""")
                .bind("id", id.value())
                .map((row, context) -> request(row))
                .findOne());
    }

    private static SessionCard card(ResultSet row) throws SQLException {
        return new SessionCard(
                new SessionId(row.getObject("id", UUID.class)),
                new VisitorId(row.getObject("visitor_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                instant(row, "started_at"),
                instant(row, "active_at"),
                row.getString("country"),
                row.getString("region"),
                row.getString("city"),
                Optional.ofNullable(row.getString("time_zone")).orElse(row.getString("browser_time_zone")),
                row.getBoolean("estimated"),
                row.getString("language"),
                row.getString("device_type"),
                row.getString("device_name"),
                row.getString("operating_system"),
                row.getString("browser_name"),
                row.getString("browser_version"),
                row.getString("network"),
                row.getString("referrer"),
                row.getString("landing_page"),
                row.getString("current_page"),
                row.getInt("visit"),
                Set.of((String[]) row.getArray("pending").getArray()));
    }

    private static SessionRequest request(ResultSet row) throws SQLException {
        return new SessionRequest(
                new SessionId(row.getObject("id", UUID.class)),
                new VisitorId(row.getObject("visitor_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                row.getString("user_agent"),
                row.getString("language"),
                row.getString("browser_time_zone"),
                row.getString("address"),
                row.getString("landing_page"),
                row.getString("referrer"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
