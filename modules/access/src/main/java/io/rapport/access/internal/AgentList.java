package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Reads the team page by page, in the order in which its members were invited. */
@ApplicationScoped
class AgentList {

    /**
     * A line of the list.
     *
     * @param invited whether the agent has no password yet
     * @param version counts up with each change
     */
    record Line(AgentCard card, boolean invited, long version) {}

    private static final String PAGE =
            "select " + AgentCards.COLUMNS + ", a.password_hash is null as invited, a.version"
                    + " from access.agent a where a.id > :after order by a.id limit :limit";

    /** Before every id. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Jdbi jdbi;

    /** For the container's proxy. */
    AgentList() {
        this(null);
    }

    @Inject
    AgentList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param after the last id of the page before; null for the first page */
    List<Line> page(UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("after", after == null ? FIRST : after)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(AgentCards.card(row), row.getBoolean("invited"), row.getLong("version"));
    }
}
