package io.rapport.outbox.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/** How a row of the table reads as a {@link Delivery}; the table's alias is d. */
final class DeliveryRow {

    static final String COLUMNS =
            "d.id, d.observer, d.key, d.event_type, d.event_version, d.payload, d.attempts, d.due";

    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("observer"),
                row.getObject("key", UUID.class),
                new EventType(row.getString("event_type"), row.getInt("event_version")),
                row.getString("payload"),
                row.getInt("attempts"),
                row.getObject("due", OffsetDateTime.class).toInstant());
    }
}
