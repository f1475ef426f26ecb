package io.rapport.attributes;

import io.rapport.attributes.internal.ValueMoves;
import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.Source;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What becomes of values when one subject becomes part of another, and when that is undone. Works in the running
 * transaction, of which there must be one, and the subjects' owner lets one at a time merge them.
 */
public final class AttributeMerging {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ValueMoves moves;

    /**
     * For an owner's subjects.
     *
     * @param schema the owner's schema, with the tables attribute_value and attribute_history
     */
    public AttributeMerging(Jdbi jdbi, Clock clock, String schema) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.moves = new ValueMoves(schema);
    }

    /**
     * A merge as its journal keeps it.
     *
     * @param changed what shows another value now
     * @param before the values of the subject that goes on, before it, as JSON
     * @param after the same just after it
     */
    public record Merged(List<AttributeChange> changed, String before, String after) {

        public Merged {
            changed = List.copyOf(changed);
        }
    }

    /**
     * Copies a subject's values to another's, where they compete by the ladder: of one source's two values the later
     * stands. The copied ones stay where they are.
     *
     * @param as what the history calls the source of what changes
     */
    public Merged merge(UUID from, UUID into, Source as, Actor actor) {
        return jdbi.withHandle(handle -> {
            moves.lock(handle, into);
            String before = moves.snapshot(handle, into);
            List<AttributeChange> changed = moves.copy(handle, from, into, as, actor, now());
            return new Merged(changed, before, moves.snapshot(handle, into));
        });
    }

    /**
     * Undoes a merge: values that are as it left them are as they were before, those edited since stay.
     *
     * @param before as {@link Merged#before}
     * @param after as {@link Merged#after}
     * @return what shows another value now
     */
    public List<AttributeChange> unmerge(UUID into, String before, String after, Source as, Actor actor) {
        return jdbi.withHandle(handle -> {
            moves.lock(handle, into);
            return moves.takeBack(handle, into, before, after, as, actor, now());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
