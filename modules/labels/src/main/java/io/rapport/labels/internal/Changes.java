package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import io.rapport.events.TimeOrderedId;
import io.rapport.labels.Why;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is to be written about one subject's labels, gathered so that it takes few statements. */
public final class Changes {

    private final OccasionId occasion;
    private final String at;
    private final List<JsonObject> assignments = new ArrayList<>();
    private final List<JsonObject> history = new ArrayList<>();
    private final List<UUID> gone = new ArrayList<>();

    /**
     * Begins to gather.
     *
     * @param occasion the occasion that caused it; null for people
     * @param at when it happens
     */
    public Changes(OccasionId occasion, Instant at) {
        this.occasion = occasion;
        this.at = at.truncatedTo(ChronoUnit.MICROS).toString();
    }

    /** A label goes on; {@code why} is null for people. */
    public void putOn(LabelId label, String scope, Actor actor, Why why) {
        JsonObjectBuilder row = row(label, actor);
        AssignmentJson.add(row, "scope_key", scope);
        if (why != null) {
            row.add("why", AssignmentJson.why(why));
        }
        assignments.add(row.build());
        note("added", label, null, null, actor);
    }

    /** A label goes off, for a reason in one word and for the sake of another label, if any. */
    public void takeOff(LabelId label, String reason, String by, Actor actor) {
        gone.add(label.value());
        note("removed", label, reason, by, actor);
    }

    /** A label was proposed and not put on. */
    public void suppress(LabelId label, String reason, String by, Actor actor) {
        note("suppressed", label, reason, by, actor);
    }

    private void note(String action, LabelId label, String reason, String by, Actor actor) {
        JsonObjectBuilder row =
                row(label, actor).add("id", TimeOrderedId.next().toString()).add("action", action);
        AssignmentJson.add(row, "reason", reason);
        AssignmentJson.add(row, "by_id", by);
        history.add(row.build());
    }

    private JsonObjectBuilder row(LabelId label, Actor actor) {
        JsonObjectBuilder row = AssignmentJson.object()
                .add("label_id", label.toString())
                .add("at", at)
                .add("actor_kind", actor.kind().token())
                .add("actor_id", actor.id())
                .add("actor_name", actor.name());
        AssignmentJson.add(row, "actor_version", actor.version());
        return AssignmentJson.add(row, "occasion_id", occasion);
    }

    List<UUID> gone() {
        return gone;
    }

    String assignments() {
        return AssignmentJson.array(assignments).toString();
    }

    String history() {
        return AssignmentJson.array(history).toString();
    }
}
