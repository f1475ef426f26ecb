package io.rapport.labelling.internal;

import io.rapport.events.LabelId;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Facts as an occasion keeps them: token → value; null where nothing was known. Labels by id. A message's text is not kept:
 * the row names the message.
 */
final class FactJson {

    private static final JsonProvider VALUES = JsonProvider.provider();
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private FactJson() {}

    static JsonObject write(Map<String, FieldValue> facts) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        facts.forEach((token, value) -> {
            if (!token.equals(Field.MESSAGE_TEXT)) {
                object.add(token, json(value));
            }
        });
        return object.build();
    }

    /** The facts, without the message's text. */
    static Map<String, FieldValue> read(JsonObject json, LabelCatalogue labels) {
        Map<String, FieldValue> facts = new LinkedHashMap<>();
        json.forEach((token, value) -> facts.put(token, value(value, labels)));
        return facts;
    }

    private static JsonValue json(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return VALUES.createValue(text.typed());
        }
        if (value instanceof FieldValue.Number number) {
            return VALUES.createValue(number.value());
        }
        if (value instanceof FieldValue.Flag flag) {
            return flag.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return value instanceof FieldValue.Labels labels ? json(labels) : JsonValue.NULL;
    }

    private static JsonArray json(FieldValue.Labels labels) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        labels.names().keySet().stream().map(LabelId::toString).sorted().forEach(array::add);
        return array.build();
    }

    private static FieldValue value(JsonValue json, LabelCatalogue labels) {
        return switch (json.getValueType()) {
            case STRING -> FieldValue.text(((JsonString) json).getString());
            case NUMBER -> FieldValue.number(((JsonNumber) json).bigDecimalValue());
            case TRUE, FALSE -> FieldValue.flag(json == JsonValue.TRUE);
            case ARRAY ->
                SituationFields.labels(
                        json.asJsonArray().getValuesAs(JsonString::getString).stream()
                                .map(id -> new LabelId(UUID.fromString(id)))
                                .toList(),
                        labels);
            case NULL, OBJECT -> null;
        };
    }
}
