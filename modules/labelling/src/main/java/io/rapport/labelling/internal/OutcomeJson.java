package io.rapport.labelling.internal;

import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.SuppressedLabel;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** What became of an occasion, as its row keeps it: {@code {"matched": [rule ids], "applied": […]}}. */
final class OutcomeJson {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private OutcomeJson() {}

    /** The outcome of a first evaluation. */
    static JsonObject matched(List<Rule> rules) {
        return JSON.createObjectBuilder(rematched(rules))
                .add("applied", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }

    /** What another evaluation changes of it. */
    static JsonObject rematched(List<Rule> rules) {
        JsonArrayBuilder ids = JSON.createArrayBuilder();
        rules.forEach(rule -> ids.add(rule.id().toString()));
        return JSON.createObjectBuilder().add("matched", ids).build();
    }

    /** What one owner made of it. */
    static JsonObject applied(LabelsApplied event) {
        JsonArrayBuilder suppressed = JSON.createArrayBuilder();
        event.suppressed().forEach(label -> suppressed.add(suppressed(label)));
        return JSON.createObjectBuilder()
                .add("subject", event.subject().kind().token())
                .add("subjectId", event.subject().id().toString())
                .add("at", event.at().toString())
                .add("added", ids(event.added()))
                .add("removed", ids(event.removed()))
                .add("suppressed", suppressed)
                .build();
    }

    private static JsonArrayBuilder ids(List<LabelId> labels) {
        JsonArrayBuilder ids = JSON.createArrayBuilder();
        labels.forEach(label -> ids.add(label.toString()));
        return ids;
    }

    private static JsonObjectBuilder suppressed(SuppressedLabel label) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add("label", label.label().toString())
                .add("ruleId", label.ruleId())
                .add("reason", label.reason());
        return label.by() == null ? object.addNull("by") : object.add("by", label.by());
    }
}
