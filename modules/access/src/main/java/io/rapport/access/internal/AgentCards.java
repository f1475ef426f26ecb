package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Agents;
import io.rapport.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;

/** Reads agents' cards by plain SQL. */
@ApplicationScoped
class AgentCards implements Agents {

    /** The columns that {@link #card(ResultSet)} reads, of the table named {@code a}. */
    static final String COLUMNS = "a.id, a.name, a.email, a.role, a.active";

    private static final int MOST_IDS = 1_000;

    private final Jdbi jdbi;

    /** For the container's proxy. */
    AgentCards() {
        this(null);
    }

    @Inject
    AgentCards(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<UUID, AgentCard> cards(Set<UUID> ids) {
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " agents at once, not " + ids.size());
        }
        return ids.isEmpty() ? Map.of() : jdbi.withHandle(handle -> read(handle, ids));
    }

    private static Map<UUID, AgentCard> read(Handle handle, Set<UUID> ids) {
        handle.getConfig(SqlArrayTypes.class).register(UUID.class, "uuid");
        return handle
                .createQuery("select " + COLUMNS + " from access.agent a where a.id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> card(row))
                .stream()
                .collect(Collectors.toMap(AgentCard::id, Function.identity()));
    }

    static AgentCard card(ResultSet row) throws SQLException {
        return new AgentCard(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getBoolean("active"));
    }
}
