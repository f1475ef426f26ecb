package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import io.rapport.events.SuppressedLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Puts the rows of {@link AssignmentStatements#situation} together. */
final class SituationRows {

    private final Map<LabelId, Standing> standing = new LinkedHashMap<>();
    private final Map<LabelId, String> overrides = new HashMap<>();
    private final Map<LabelId, String> takenOffLater = new HashMap<>();
    private final Set<SuppressedLabel> recorded = new HashSet<>();

    static SituationRows read(SituationRows rows, ResultSet row, StatementContext context) throws SQLException {
        LabelId label = new LabelId(row.getObject("label_id", UUID.class));
        String actor = row.getString("actor_id");
        switch (row.getString("what")) {
            case "standing" -> rows.standing.put(label, standing(label, row));
            case "override" -> rows.overrides.put(label, actor);
            case "removed" -> rows.takenOffLater.put(label, actor);
            default ->
                rows.recorded.add(new SuppressedLabel(label, actor, row.getString("reason"), row.getString("by_id")));
        }
        return rows;
    }

    private static Standing standing(LabelId label, ResultSet row) throws SQLException {
        UUID occasion = row.getObject("occasion_id", UUID.class);
        return new Standing(
                label,
                row.getString("scope_key"),
                new Actor(
                        Actor.Kind.of(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("actor_version")),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                occasion == null ? null : new OccasionId(occasion),
                row.getBoolean("by_rule"));
    }

    Situation situation() {
        return new Situation(standing, overrides, takenOffLater, recorded);
    }
}
