package io.rapport.labelling.internal;

import io.rapport.attributes.Money;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Facts as an occasion keeps them: token → value; null where nothing was known. Labels by id; days and moments with the
 * time at which they were looked at. A message's text is not kept: the row names the message.
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
        return value instanceof FieldValue.Labels labels ? json(labels) : members(value);
    }

    private static JsonValue members(FieldValue value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (value instanceof FieldValue.Amount amount) {
            object.add("amount", amount.money().amount())
                    .add("currency", amount.money().currency());
        } else if (value instanceof FieldValue.Day day) {
            object.add("date", day.value().toString()).add("today", day.today().toString());
        } else if (value instanceof FieldValue.Moment moment) {
            object.add("dateTime", moment.value().toString())
                    .add("now", moment.now().toString());
        } else if (value instanceof FieldValue.Choices choices) {
            object.add("options", JSON.createArrayBuilder(choices.typed()));
        } else {
            return JsonValue.NULL;
        }
        return object.build();
    }

    private static FieldValue value(JsonObject object) {
        if (object.containsKey("currency")) {
            return FieldValue.amount(new Money(object.getString("amount"), object.getString("currency")));
        }
        if (object.containsKey("date")) {
            return FieldValue.day(
                    LocalDate.parse(object.getString("date")), LocalDate.parse(object.getString("today")));
        }
        if (object.containsKey("dateTime")) {
            return FieldValue.moment(
                    Instant.parse(object.getString("dateTime")), Instant.parse(object.getString("now")));
        }
        return object.containsKey("options")
                ? FieldValue.choices(object.getJsonArray("options").getValuesAs(JsonString::getString))
                : null;
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
            case OBJECT -> value(json.asJsonObject());
            case NULL -> null;
        };
    }
}
