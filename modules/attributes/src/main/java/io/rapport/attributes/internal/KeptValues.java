package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.Misfits;
import io.rapport.attributes.Reread;
import io.rapport.attributes.UsedKey;
import io.rapport.events.AttributeChange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** All values of one attribute, whoever has them, in stretches of bounded length. */
public final class KeptValues {

    /** How many subjects' values are read anew at once: each is locked until the transaction ends. */
    static final int SUBJECTS_AT_ONCE = 200;

    /** Beyond that many, nobody needs to know how many more there are. */
    static final int MOST_COUNTED = 1_000;

    /** How many values are looked at before an answer is given. */
    private static final int MOST_LOOKED_AT = 100_000;

    private static final int PAGE = 1_000;
    private static final int SAMPLES = 100;
    private static final UUID FIRST = new UUID(0, 0);
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String SUBJECTS = """
            select distinct subject_id from SCHEMA.attribute_value
             where key = :key and subject_id > :after order by subject_id limit :limit""";

    private static final String ROWS = """
            select subject_id, source, source_id, cast(value as text) as value, unparsed, winner
              from SCHEMA.attribute_value
             where key = :key and subject_id = any(cast(:subjects as uuid[])) and value is not null""";

    private static final String WRITE = """
            update SCHEMA.attribute_value v set value = r.value, unparsed = r.unparsed
              from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                   subject_id uuid, source text, source_id text, value jsonb, unparsed boolean)
             where v.subject_id = r.subject_id and v.key = :key and v.source = r.source and v.source_id = r.source_id""";

    private static final String SHOWN = """
            select subject_id, cast(value as text) as value from SCHEMA.attribute_value
             where key = :key and subject_id > :after and winner and value is not null
             order by subject_id limit :limit""";

    /** Long values are cut: what they may be is told by how they begin. */
    private static final String USED = """
            select k.key, count(*) as subjects,
                   cast(to_jsonb(array_agg(v.sample) filter (where v.place <= :samples and v.sample is not null)) as text)
                       as samples
              from unnest(cast(:keys as text[])) k(key),
                   lateral (select left(a.value #>> '{}', 300) as sample, row_number() over (order by a.subject_id) as place
                              from SCHEMA.attribute_value a
                             where a.key = k.key and a.winner order by a.subject_id limit :limit) v
             group by k.key""";

    private final String schema;
    private final ValueStore store;

    /** Of one owner; throws IllegalArgumentException for a schema that is no plain name. */
    public KeptValues(String schema) {
        this.schema = schema;
        this.store = new ValueStore(schema);
    }

    /** Reads the values of the next subjects by a definition: what fits gets its type, what does not is marked. */
    public Reread reread(Handle handle, AttributeDefinition definition, UUID after) {
        List<UUID> subjects = handle.createQuery(sql(SUBJECTS))
                .bind("key", definition.key())
                .bind("after", after == null ? FIRST : after)
                .bind("limit", SUBJECTS_AT_ONCE)
                .mapTo(UUID.class)
                .list();
        subjects.forEach(subject -> store.lock(handle, subject));
        List<Row> changed = rows(handle, definition.key(), subjects).stream()
                .map(row -> row.readBy(definition))
                .filter(Objects::nonNull)
                .toList();
        if (!changed.isEmpty()) {
            handle.createUpdate(sql(WRITE))
                    .bind("key", definition.key())
                    .bind("rows", json(changed))
                    .execute();
        }
        Map<UUID, AttributeChange> shown = new LinkedHashMap<>();
        changed.stream()
                .filter(Row::winner)
                .forEach(row ->
                        shown.put(row.subject(), new AttributeChange(definition.key(), ValueText.of(row.value()))));
        boolean more = subjects.size() == SUBJECTS_AT_ONCE;
        return new Reread(shown, more ? subjects.get(subjects.size() - 1) : null);
    }

    /** How many shown values would not fit a definition. */
    public Misfits misfits(Handle handle, AttributeDefinition definition) {
        int misfits = 0;
        int seen = 0;
        UUID after = FIRST;
        List<Row> page;
        do {
            page = shown(handle, definition.key(), after);
            misfits += (int) page.stream().filter(row -> !row.fits(definition)).count();
            seen += page.size();
            after = page.isEmpty() ? after : page.get(page.size() - 1).subject();
        } while (page.size() == PAGE && misfits <= MOST_COUNTED && seen < MOST_LOOKED_AT);
        boolean more = misfits > MOST_COUNTED || page.size() == PAGE;
        return new Misfits(Math.min(misfits, MOST_COUNTED), more);
    }

    /** How these keys are used; those that nobody uses are absent. */
    public Map<String, UsedKey> used(Handle handle, Collection<String> keys) {
        Map<String, UsedKey> used = new LinkedHashMap<>();
        handle.createQuery(sql(USED))
                .bindArray("keys", String.class, keys.toArray())
                .bind("samples", SAMPLES)
                .bind("limit", MOST_COUNTED + 1)
                .map((row, context) -> new UsedKey(
                        row.getString("key"),
                        Math.min(row.getInt("subjects"), MOST_COUNTED),
                        row.getInt("subjects") > MOST_COUNTED,
                        samples(row.getString("samples"))))
                .forEach(key -> used.put(key.key(), key));
        return used;
    }

    private static List<String> samples(String json) {
        if (json == null) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }

    private List<Row> rows(Handle handle, String key, List<UUID> subjects) {
        return handle.createQuery(sql(ROWS))
                .bind("key", key)
                .bindArray("subjects", UUID.class, subjects.toArray())
                .map((row, context) -> new Row(
                        row.getObject("subject_id", UUID.class),
                        row.getString("source"),
                        row.getString("source_id"),
                        ValueJson.value(row.getString("value")),
                        row.getBoolean("unparsed"),
                        row.getBoolean("winner")))
                .list();
    }

    private List<Row> shown(Handle handle, String key, UUID after) {
        return handle.createQuery(sql(SHOWN))
                .bind("key", key)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> new Row(
                        row.getObject("subject_id", UUID.class),
                        null,
                        null,
                        ValueJson.value(row.getString("value")),
                        false,
                        true))
                .list();
    }

    private String sql(String statement) {
        return statement.replace("SCHEMA", schema);
    }

    private static String json(List<Row> rows) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        rows.forEach(row -> array.add(ValueJson.with(
                JSON.createObjectBuilder()
                        .add("subject_id", row.subject().toString())
                        .add("source", row.source())
                        .add("source_id", row.sourceId())
                        .add("unparsed", row.unparsed()),
                "value",
                row.value())));
        return array.build().toString();
    }

    /** A kept value and whose it is. */
    private record Row(UUID subject, String source, String sourceId, Object value, boolean unparsed, boolean winner) {

        /** As the definition reads it; null where that is no other than before. */
        Row readBy(AttributeDefinition definition) {
            Parsed parsed = ValueParser.parse(definition, value, null);
            boolean fits = parsed.fault() == null;
            Object now = fits ? parsed.value() : value;
            boolean marked = !fits || parsed.unparsed();
            return now.equals(value) && marked == unparsed
                    ? null
                    : new Row(subject, source, sourceId, now, marked, winner);
        }

        boolean fits(AttributeDefinition definition) {
            return ValueParser.parse(definition, value, null).fault() == null;
        }
    }
}
