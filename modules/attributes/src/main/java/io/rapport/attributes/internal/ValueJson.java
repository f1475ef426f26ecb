package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.KeptValue;
import io.rapport.attributes.Money;
import io.rapport.attributes.ShownValue;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Values between Java and what the database stores and tells. */
final class ValueJson {

    /** Looked up once: the lookup costs more than the reading. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private ValueJson() {}

    /** The shown values in a column made by {@link ValueStatements#column}. */
    static List<ShownValue> read(String column, AttributeDefinitions definitions, Subject.Kind subject) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            return reader.readArray().getValuesAs(row -> shown(row.asJsonObject(), definitions, subject));
        }
    }

    /** A value as jsonb tells it in text; null for SQL's null. */
    static Object value(String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return typed(reader.readValue());
        }
    }

    static String rows(List<SourceValue> values) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        values.forEach(value -> rows.add(row(value)));
        return rows.build().toString();
    }

    static String history(List<Difference.Shown> changes, Noted noted) {
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        changes.forEach(change -> {
            JsonObjectBuilder row = actor(noted.by())
                    .add("id", TimeOrderedId.next().toString())
                    .add("key", change.key())
                    .add("action", noted.action().token())
                    .add("source", noted.source().token())
                    .add("at", noted.at().toString());
            add(row, "old_value", change.before());
            add(row, "new_value", change.after());
            rows.add(row);
        });
        return rows.build().toString();
    }

    private static JsonObjectBuilder row(SourceValue value) {
        JsonObjectBuilder row = actor(value.setBy())
                .add("key", value.key())
                .add("source", value.source().token())
                .add("source_id", value.sourceId())
                .add("set_at", value.at().toString())
                .add("pinned", value.pinned())
                .add("estimated", value.estimated())
                .add("unverified", value.unverified())
                .add("unparsed", value.unparsed())
                .add("winner", value.winner());
        add(row, "value", value.value());
        return row;
    }

    private static JsonObjectBuilder actor(Actor actor) {
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("actor_kind", actor.kind().token())
                .add("actor_id", actor.id())
                .add("actor_name", actor.name());
        add(row, "actor_version", actor.version());
        return row;
    }

    /** The object with one more member, a value; the same object for null. */
    static JsonObjectBuilder with(JsonObjectBuilder row, String name, Object value) {
        add(row, name, value);
        return row;
    }

    private static void add(JsonObjectBuilder row, String name, Object value) {
        if (value instanceof BigDecimal number) {
            row.add(name, number);
        } else if (value instanceof Boolean truth) {
            row.add(name, truth);
        } else if (value instanceof List<?> several) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            several.forEach(one -> array.add(one.toString()));
            row.add(name, array);
        } else if (value instanceof Money money) {
            row.add(
                    name,
                    JSON.createObjectBuilder().add("amount", money.amount()).add("currency", money.currency()));
        } else if (value != null) {
            row.add(name, value.toString());
        }
    }

    private static ShownValue shown(JsonObject row, AttributeDefinitions definitions, Subject.Kind subject) {
        String key = row.getString("key");
        Optional<AttributeDefinition> definition = definitions.find(subject, key);
        ShownForm form = ShownForm.of(definition, typed(row.get("value")));
        return new ShownValue(
                key,
                form.value(),
                Source.of(row.getString("source")),
                row.getString("source_id"),
                new Actor(
                        Actor.Kind.of(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("name"),
                        row.getString("version", null)),
                OffsetDateTime.parse(row.getString("at")).toInstant(),
                row.getBoolean("pinned"),
                row.getBoolean("estimated"),
                row.getBoolean("unverified"),
                row.getBoolean("unparsed") || !form.fits(),
                definition.isPresent(),
                row.getInt("others"));
    }

    /** A source's value as others see it. */
    static KeptValue kept(SourceValue value, Optional<AttributeDefinition> definition) {
        ShownForm form = ShownForm.of(definition, value.value());
        return new KeptValue(
                value.source(),
                value.sourceId(),
                form.value(),
                value.setBy(),
                value.at(),
                value.pinned(),
                value.estimated(),
                value.unverified(),
                value.unparsed() || !form.fits(),
                value.winner());
    }

    private static Object typed(JsonValue value) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case STRING -> ((JsonString) value).getString();
            case ARRAY -> value.asJsonArray().getValuesAs(JsonString::getString);
            case OBJECT -> money(value.asJsonObject());
        };
    }

    private static Money money(JsonObject object) {
        return new Money(object.getString("amount"), object.getString("currency"));
    }
}
