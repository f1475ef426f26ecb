package io.rapport.vocabulary;

import io.rapport.labels.LabelCatalogue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads conditions from JSON and checks them: fields, operators, types, limits. What is wrong is noted by its path, all of
 * it at once.
 *
 * <p>A condition is one of {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": {…}}} and
 * {@code {"field", "op", "value"}}. Limits: groups nest {@value #DEEPEST} deep, {@value #MOST_TESTS} tests,
 * {@value #MOST_VALUES} values a test, {@value #LONGEST_VALUE} characters a value.
 */
public final class ConditionReader {

    /** How deep groups (all, any, not) may stand in each other. */
    public static final int DEEPEST = 5;

    /** How many tests a condition may have. */
    public static final int MOST_TESTS = 100;

    /** How many values a test may compare with. */
    public static final int MOST_VALUES = 100;

    /** How many characters a value may have. */
    public static final int LONGEST_VALUE = 1_000;

    private final TestReader tests;

    public ConditionReader(Fields fields, LabelCatalogue labels) {
        this.tests = new TestReader(fields, new OperandReader(labels));
    }

    /**
     * Reads one condition.
     *
     * @param json may be null: refused as missing
     * @param path where it stands, for findings
     * @param use where it will be used
     * @return null when findings were refused
     */
    public Condition read(JsonValue json, String path, Use use, Findings findings) {
        Reading reading = new Reading(use, findings);
        Condition condition = reading.condition(json, path, 0);
        if (reading.count > MOST_TESTS) {
            return findings.refuse(path, "has " + reading.count + " tests, more than " + MOST_TESTS);
        }
        return condition;
    }

    private final class Reading {
        private final Use use;
        private final Findings findings;
        private int count;

        private Reading(Use use, Findings findings) {
            this.use = use;
            this.findings = findings;
        }

        private Condition condition(JsonValue json, String path, int depth) {
            if (json == null || json == JsonValue.NULL) {
                return findings.refuse(path, "is required");
            }
            if (!(json instanceof JsonObject object)) {
                return findings.refuse(path, "must be an object");
            }
            if (object.containsKey("field") || object.containsKey("op")) {
                count++;
                return count > MOST_TESTS ? null : tests.read(object, path, use, findings);
            }
            return group(object, path, depth + 1);
        }

        private Condition group(JsonObject object, String path, int depth) {
            if (object.size() != 1) {
                return findings.refuse(path, "must have exactly one of all, any, not; or field and op");
            }
            if (depth > DEEPEST) {
                return findings.refuse(path, "is nested more than " + DEEPEST + " deep");
            }
            String word = object.keySet().iterator().next();
            String below = path + "." + word;
            return switch (word) {
                case "all" -> grouped(members(object.get(word), below, depth), Condition.All::new);
                case "any" -> grouped(members(object.get(word), below, depth), Condition.Any::new);
                case "not" -> negated(condition(object.get(word), below, depth));
                default -> findings.refuse(below, "is not known; a condition has all, any, not; or field and op");
            };
        }

        private List<Condition> members(JsonValue json, String path, int depth) {
            if (!(json instanceof JsonArray array)) {
                return findings.refuse(path, "must be an array of conditions");
            }
            if (array.isEmpty()) {
                return findings.refuse(path, "must have at least one condition");
            }
            List<Condition> members = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                members.add(condition(array.get(i), path + "[" + i + "]", depth));
            }
            return members;
        }

        private static Condition grouped(List<Condition> members, Function<List<Condition>, Condition> group) {
            return members == null || members.stream().anyMatch(Objects::isNull) ? null : group.apply(members);
        }

        private static Condition negated(Condition condition) {
            return condition == null ? null : new Condition.Not(condition);
        }
    }
}
