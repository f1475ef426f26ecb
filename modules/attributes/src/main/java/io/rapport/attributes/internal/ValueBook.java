package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.ShownValue;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads what a subject has, lets an offer and the ladder decide, writes the difference. */
public final class ValueBook {

    private final AttributeDefinitions definitions;
    private final Clock clock;
    private final Subject.Kind kind;
    private final ValueStore store;
    private final Ladder ladder = new Ladder(List.of());

    /** For one owner's tables; throws IllegalArgumentException for a schema that is no plain name. */
    public ValueBook(AttributeDefinitions definitions, Clock clock, String schema, Subject.Kind kind) {
        this.definitions = definitions;
        this.clock = clock;
        this.kind = kind;
        this.store = new ValueStore(schema);
    }

    /**
     * Takes an offer.
     *
     * @param fresh whether the running transaction made the subject and this is its first offer: nobody can be in the way,
     *     and there is nothing to read
     */
    public Saved take(
            Handle handle, UUID subject, Provenance from, Collection<ProposedValue> proposals, boolean fresh) {
        if (proposals.isEmpty()) {
            return new Saved(List.of(), List.of(), List.of());
        }
        List<SourceValue> before = fresh ? List.of() : lockedCurrent(handle, subject);
        Offer offer = new Offer(before, from);
        offer.take(proposals, new Gate(definitions, kind, from.source(), from.sourceId(), from.phoneRegion()));
        Difference difference = Difference.between(before, offer.values(), ladder);
        if (!difference.isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            store.write(handle, subject, difference, from.source(), from.actor(), now);
        }
        return offer.saved(difference.changes());
    }

    /** The shown values of a subject, by key. */
    public List<ShownValue> of(Handle handle, UUID subject) {
        return read(store.shown(handle, subject));
    }

    /** A scalar sub-select of the shown values of the subject that the expression names. */
    public String column(String idExpression) {
        return store.column(idExpression);
    }

    /** The shown values in such a column, by key. */
    public List<ShownValue> read(String column) {
        return ValueJson.read(column, definitions, kind);
    }

    private List<SourceValue> lockedCurrent(Handle handle, UUID subject) {
        store.lock(handle, subject);
        return store.current(handle, subject);
    }

    /**
     * Where an offer comes from.
     *
     * @param source the sort of source
     * @param sourceId which instance of it
     * @param actor who brings it
     * @param at the source's own time
     * @param phoneRegion the region of phone numbers without a country code; may be null
     */
    public record Provenance(Source source, String sourceId, Actor actor, Instant at, String phoneRegion) {

        public Provenance {
            // The database keeps microseconds; a value read back must equal the one that was written.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
