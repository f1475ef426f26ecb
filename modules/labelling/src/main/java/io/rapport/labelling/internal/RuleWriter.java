package io.rapport.labelling.internal;

import io.rapport.events.Subject;
import io.rapport.vocabulary.ConditionWriter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** Writes rules as JSON, as {@link RuleReader} reads them: every member there, labels by id. */
final class RuleWriter {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private RuleWriter() {}

    static JsonArray write(List<Rule> rules) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        rules.forEach(rule -> array.add(members(rule)));
        return array.build();
    }

    /** One rule and how it reads. */
    static JsonObject write(Rule rule, String sentence) {
        return members(rule).add("sentence", sentence).build();
    }

    private static JsonObjectBuilder members(Rule rule) {
        JsonArrayBuilder then = JSON.createArrayBuilder();
        rule.then().forEach(action -> then.add(action(action)));
        return JSON.createObjectBuilder()
                .add("id", rule.id().toString())
                .add("name", rule.name())
                .add("description", rule.description())
                .add("event", rule.event().token())
                .add("enabled", rule.enabled())
                .add("stop", rule.stop())
                .add("when", ConditionWriter.write(rule.when()))
                .add("then", then);
    }

    private static JsonObjectBuilder action(Action action) {
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add(action.add() ? "addLabel" : "removeLabel", action.label().toString());
        return action.of() == Subject.Kind.CONVERSATION
                ? object
                : object.add("of", action.of().token());
    }
}
