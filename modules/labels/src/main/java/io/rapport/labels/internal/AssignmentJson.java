package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.Fact;
import io.rapport.events.LabelId;
import io.rapport.events.MessageId;
import io.rapport.events.OccasionId;
import io.rapport.events.SuppressedLabel;
import io.rapport.labels.AssignedLabel;
import io.rapport.labels.Why;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Assignments as the database tells them in one column, and the why that it keeps. */
public final class AssignmentJson {

    /** Looked up once: the lookup costs more than the reading. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private AssignmentJson() {}

    /** The assignments in a column made by {@link AssignmentStore#column}. */
    public static List<AssignedLabel> read(String column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column))) {
            return reader.readArray().getValuesAs(AssignmentJson::assigned);
        }
    }

    /** The why of an assignment as the database tells it in text; null for null. */
    static Why readWhy(String json) {
        if (json == null) {
            return null;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return why(reader.readObject());
        }
    }

    static JsonObject why(Why why) {
        return JSON.createObjectBuilder()
                .add("sentence", why.sentence())
                .add("revision", why.revision())
                .add(
                        "facts",
                        array(why.facts().stream().map(AssignmentJson::fact).toList()))
                .add(
                        "suppressed",
                        array(why.suppressed().stream()
                                .map(AssignmentJson::suppressed)
                                .toList()))
                .build();
    }

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    static JsonArray array(List<JsonObject> objects) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        objects.forEach(array::add);
        return array.build();
    }

    /** Adds a member unless its value is null. */
    static JsonObjectBuilder add(JsonObjectBuilder object, String name, Object value) {
        return value == null ? object : object.add(name, value.toString());
    }

    private static AssignedLabel assigned(JsonValue value) {
        JsonObject row = value.asJsonObject();
        Actor actor = new Actor(
                Actor.Kind.of(row.getString("kind")),
                row.getString("actor"),
                row.getString("name"),
                text(row, "version"));
        String occasion = text(row, "occasion");
        return new AssignedLabel(
                new LabelId(UUID.fromString(row.getString("label"))),
                actor,
                OffsetDateTime.parse(row.getString("at")).toInstant(),
                occasion == null ? null : new OccasionId(UUID.fromString(occasion)),
                row.isNull("why") ? null : why(row.getJsonObject("why")));
    }

    private static Why why(JsonObject why) {
        return new Why(
                why.getString("sentence"),
                why.getJsonNumber("revision").longValue(),
                why.getJsonArray("facts").getValuesAs(AssignmentJson::fact),
                why.getJsonArray("suppressed").getValuesAs(AssignmentJson::suppressed));
    }

    private static JsonObject fact(Fact fact) {
        JsonObjectBuilder object = object().add("field", fact.field());
        add(object, "value", fact.value());
        add(object, "message", fact.message());
        return object.build();
    }

    private static Fact fact(JsonValue value) {
        JsonObject fact = value.asJsonObject();
        String message = text(fact, "message");
        return new Fact(
                fact.getString("field"),
                text(fact, "value"),
                message == null ? null : new MessageId(UUID.fromString(message)));
    }

    private static JsonObject suppressed(SuppressedLabel label) {
        JsonObjectBuilder object = object().add("label", label.label().toString());
        add(object, "rule", label.ruleId());
        add(object, "reason", label.reason());
        add(object, "by", label.by());
        return object.build();
    }

    private static SuppressedLabel suppressed(JsonValue value) {
        JsonObject label = value.asJsonObject();
        return new SuppressedLabel(
                new LabelId(UUID.fromString(label.getString("label"))),
                text(label, "rule"),
                text(label, "reason"),
                text(label, "by"));
    }

    private static String text(JsonObject object, String name) {
        return object.getString(name, null);
    }
}
