package io.rapport.attributes.internal;

import io.rapport.attributes.AgentsWord;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeStory;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.SeenValue;
import io.rapport.attributes.ShownValue;
import io.rapport.attributes.ValueChange;
import io.rapport.attributes.ValueChange.Action;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
        return take(handle, subject, from, proposals, fresh ? List.of() : lockedCurrent(handle, subject));
    }

    /** Takes an agent's word on one attribute; throws Problem 412 where it is not on the value that is shown. */
    public Saved edit(Handle handle, UUID subject, AgentsWord word, ProposedValue proposed) {
        List<SourceValue> before = lockedCurrent(handle, subject);
        check(word.seen(), before, proposed.key());
        return take(handle, subject, Provenance.of(word), List.of(proposed), before);
    }

    /** Shows one source's value whatever the others say; throws Problem 404, 412, 422. */
    public Saved pin(Handle handle, UUID subject, AgentsWord word, String key, Source source, String sourceId) {
        SourceValue.Slot held = source == null ? null : new SourceValue.Slot(key, source, sourceId);
        return hold(handle, subject, word, key, Action.PINNED, holding -> holding.pin(held));
    }

    /** Lets the sources decide again; throws Problem 412. */
    public Saved release(Handle handle, UUID subject, AgentsWord word, String key) {
        return hold(handle, subject, word, key, Action.RELEASED, Holding::release);
    }

    private Saved hold(
            Handle handle,
            UUID subject,
            AgentsWord word,
            String key,
            Action action,
            Function<Holding, List<SourceValue>> decide) {
        List<SourceValue> before = lockedCurrent(handle, subject);
        Holding holding = new Holding(before, key);
        check(word.seen(), before, key);
        Object shown = shown(before, key).map(SourceValue::value).orElse(null);
        Difference difference =
                Difference.between(before, decide.apply(holding), ladder).noting(key, shown);
        if (!difference.isEmpty()) {
            store.write(handle, subject, difference, noted(action, Source.AGENT, word.actor()));
        }
        return new Saved(List.of(key), difference.changes(), List.of());
    }

    private Saved take(
            Handle handle,
            UUID subject,
            Provenance from,
            Collection<ProposedValue> proposals,
            List<SourceValue> before) {
        Offer offer = new Offer(before, from);
        offer.take(proposals, new Gate(definitions, kind, from.source(), from.sourceId(), from.phoneRegion()));
        Difference difference = Difference.between(before, offer.values(), ladder);
        if (!difference.isEmpty()) {
            store.write(handle, subject, difference, noted(Action.SET, from.source(), from.actor()));
        }
        return offer.saved(difference.changes());
    }

    private Noted noted(Action action, Source source, Actor actor) {
        return new Noted(action, source, actor, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void check(SeenValue seen, List<SourceValue> before, String key) {
        Optional<SourceValue> shown = shown(before, key);
        seen.check(
                shown.map(SourceValue::version).orElse(null),
                shown.map(SourceValue::value).isEmpty());
    }

    private static Optional<SourceValue> shown(List<SourceValue> values, String key) {
        return values.stream()
                .filter(value -> value.winner() && value.key().equals(key))
                .findFirst();
    }

    /** What every source says of an attribute, and a page of how its shown value changed; two statements. */
    public AttributeStory story(Handle handle, UUID subject, String key, UUID before, int limit) {
        Optional<AttributeDefinition> definition = definitions.find(kind, key);
        if (!Gate.KEY.matcher(key).matches()) {
            return new AttributeStory(key, definition, List.of(), Optional.empty(), List.of());
        }
        List<SourceValue> values = ladder.order(store.currentOfKey(handle, subject, key));
        return new AttributeStory(
                key,
                definition,
                values.stream().map(value -> ValueJson.kept(value, definition)).toList(),
                shown(values, key).map(SourceValue::version),
                store.changes(handle, subject, key, before, limit));
    }

    /** A page of how a subject's shown values changed, the latest first. */
    public List<ValueChange> changes(Handle handle, UUID subject, UUID before, int limit) {
        return store.changes(handle, subject, null, before, limit);
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

        static Provenance of(AgentsWord word) {
            return new Provenance(Source.AGENT, AgentsWord.SOURCE_ID, word.actor(), word.at(), word.phoneRegion());
        }

        public Provenance {
            // The database keeps microseconds; a value read back must equal the one that was written.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }
}
