package io.rapport.attributes;

import io.rapport.attributes.internal.KeptValues;
import io.rapport.attributes.internal.ValueBook;
import io.rapport.attributes.internal.ValueBook.Provenance;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The attribute values of one sort of subject, kept in its owner's schema: at most one of each key and instance of a
 * source, the strongest of each key shown.
 *
 * <p>Every method works in the running transaction; those that change something must have one, and let one transaction at
 * a time change a subject's values.
 */
public final class AttributeValues {

    private final Jdbi jdbi;
    private final ValueBook book;
    private final KeptValues kept;

    /**
     * For an owner's subjects.
     *
     * @param schema the owner's schema, with the tables attribute_value and attribute_history
     * @param kind what the owner's subjects are
     */
    public AttributeValues(Jdbi jdbi, AttributeDefinitions definitions, Clock clock, String schema, Subject.Kind kind) {
        this.jdbi = jdbi;
        this.book = new ValueBook(definitions, clock, schema, kind);
        this.kept = new KeptValues(schema);
    }

    /**
     * Takes what a source offers; each key stands or falls for itself. Blank text counts as null. Null from an agent
     * stands as 'empty' where the subject has the attribute, null from a form means nothing, null from any other source
     * withdraws that source's value. What is older than the source's own current value changes nothing, except from agents
     * and forms: their time is this server's clock, which may be put back, and their later word stands. At most three
     * statements, a fourth where a value is withdrawn.
     *
     * @param sourceId which instance of the source: a plugin's id, a token's id; of a form and the SDK the id of the site;
     *     one for all agents, whose word is one
     * @param at the source's own time
     * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
     */
    public Saved offer(
            UUID subject,
            Source source,
            String sourceId,
            Actor actor,
            Instant at,
            String phoneRegion,
            Collection<ProposedValue> values) {
        Provenance from = new Provenance(source, sourceId, actor, at, phoneRegion);
        return jdbi.withHandle(handle -> book.take(handle, subject, from, values, false));
    }

    /**
     * As {@link #offer}, and the first one for a subject that the running transaction itself has made: one statement,
     * since there is nothing to read and nobody to wait for.
     */
    public Saved offerToNew(
            UUID subject,
            Source source,
            String sourceId,
            Actor actor,
            Instant at,
            String phoneRegion,
            Collection<ProposedValue> values) {
        Provenance from = new Provenance(source, sourceId, actor, at, phoneRegion);
        return jdbi.withHandle(handle -> book.take(handle, subject, from, values, true));
    }

    /**
     * An agent sets one attribute, or removes it by null, as {@link #offer} does from all agents; it ends a pin on another
     * source's value. Three statements.
     *
     * @throws io.rapport.access.Problem 412 when another value is shown than the agent saw
     */
    public Saved edit(UUID subject, AgentsWord word, ProposedValue value) {
        return jdbi.withHandle(handle -> book.edit(handle, subject, word, value));
    }

    /**
     * An agent holds one source's value against stronger ones: it is shown, whatever they say, and follows what that source
     * says from now on, until it is released, that source withdraws it, or an agent writes another. Done again it changes
     * nothing. Three statements.
     *
     * @param source whose value; null for the one that is shown
     * @param sourceId which instance of the source; null with a null source
     * @throws io.rapport.access.Problem 404 when nobody has a value, 412 as {@link #edit}, 422 when that source has none
     */
    public Saved pin(UUID subject, AgentsWord word, String key, Source source, String sourceId) {
        return jdbi.withHandle(handle -> book.pin(handle, subject, word, key, source, sourceId));
    }

    /**
     * An agent takes back what agents said of an attribute, be it a value, a removal or a pin: the other sources decide
     * again. Done again it changes nothing. At most four statements.
     *
     * @throws io.rapport.access.Problem 412 as {@link #edit}
     */
    public Saved release(UUID subject, AgentsWord word, String key) {
        return jdbi.withHandle(handle -> book.release(handle, subject, word, key));
    }

    /**
     * Where an attribute's value comes from; two statements.
     *
     * @param before the change that the page of changes ends before; null for the latest
     * @param limit the most changes
     */
    public AttributeStory story(UUID subject, String key, UUID before, int limit) {
        return jdbi.withHandle(handle -> book.story(handle, subject, key, before, limit));
    }

    /** How a subject's shown values changed, the latest first, as {@link #story} pages them; one statement. */
    public List<ValueChange> changes(UUID subject, UUID before, int limit) {
        return jdbi.withHandle(handle -> book.changes(handle, subject, before, limit));
    }

    /** The shown values of a subject by key, those with value null that an agent removed included. */
    public List<ShownValue> of(UUID subject) {
        return jdbi.withHandle(handle -> book.of(handle, subject));
    }

    /**
     * A scalar sub-select for an owner's own statement: a subject's shown values as JSON, for {@link #read}.
     *
     * @param idExpression an SQL expression for the subject's id, never anything that a user wrote; its columns are
     *     qualified, and by other aliases than {@code v} and {@code w}
     */
    public String columnFor(String idExpression) {
        return book.column(idExpression);
    }

    /** The shown values in a column that {@link #columnFor} made, as {@link #of} answers them. */
    public List<ShownValue> read(String json) {
        return book.read(json);
    }

    /**
     * Reads the kept values of an attribute by its definition, of some hundred subjects in the order of their ids: what fits
     * gets its type, what does not is marked as unparsed. Whoever changes the values of one of them waits meanwhile.
     *
     * @param after the subject after which to go on; null at the beginning
     */
    public Reread reread(AttributeDefinition definition, UUID after) {
        return jdbi.withHandle(handle -> kept.reread(handle, definition, after));
    }

    /** How many shown values of an attribute would not fit a definition of it; looks at 100,000 at most. */
    public Misfits misfits(AttributeDefinition definition) {
        return jdbi.withHandle(handle -> kept.misfits(handle, definition));
    }

    /**
     * How many subjects have values of these keys, by key; keys that nobody has are absent. One statement.
     *
     * @param keys at most 100
     */
    public Map<String, UsedKey> used(Collection<String> keys) {
        return jdbi.withHandle(handle -> kept.used(handle, keys));
    }
}
