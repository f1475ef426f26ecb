package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.events.TimeOrderedId;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.ConditionReader;
import io.rapport.vocabulary.Fields;
import io.rapport.vocabulary.Findings;
import io.rapport.vocabulary.Use;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads rules from JSON and checks them; what is wrong is noted by its path ({@code rules[2].when.op}). Limits:
 * {@value #MOST_RULES} rules, {@value #MOST_ACTIONS} actions each, and those of conditions.
 */
final class RuleReader {

    static final int MOST_RULES = 1_000;
    static final int MOST_ACTIONS = 20;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;

    /** What a rule may have; its sentence comes with every answer and is left aside when it comes back. */
    private static final Set<String> MEMBERS =
            Set.of("id", "name", "description", "event", "enabled", "stop", "when", "then", "sentence");

    private static final Set<String> LATER = Set.of("attributesChanged", "labelledByPerson", "idle");

    private final ConditionReader conditions;
    private final ActionReader actions;

    RuleReader(AttributeDefinitions attributes, LabelCatalogue labels) {
        this.conditions = new ConditionReader(new Fields(attributes), labels);
        this.actions = new ActionReader(labels);
    }

    /** The rules in order; what could not be read is left out, with a finding. */
    List<Rule> read(JsonValue json, Findings findings) {
        if (!(json instanceof JsonArray array)) {
            findings.refuse("rules", json == null ? "is required" : "must be an array of rules");
            return List.of();
        }
        if (array.size() > MOST_RULES) {
            findings.refuse("rules", "must have at most " + MOST_RULES + " rules");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            String path = "rules[" + i + "]";
            Rule rule = rule(array.get(i), path, findings);
            if (rule != null && !ids.add(rule.id())) {
                rule = findings.refuse(path + ".id", "is the id of another rule, too");
            }
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private Rule rule(JsonValue json, String path, Findings findings) {
        if (!(json instanceof JsonObject object)) {
            return findings.refuse(path, "must be an object");
        }
        Members members = new Members(object, path, findings);
        members.onlyOf(MEMBERS);
        UUID id = members.uuid("id");
        String name = members.line("name", LONGEST_NAME);
        String description = members.lines("description", LONGEST_DESCRIPTION);
        boolean enabled = members.flag("enabled", true);
        boolean stop = members.flag("stop", false);
        Use event = event(members);
        Condition when = event == null ? null : conditions.read(object.get("when"), path + ".when", event, findings);
        List<Action> then = then(object.get("then"), path + ".then", findings);
        if (members.refused() || event == null || when == null || then == null) {
            return null;
        }
        return new Rule(id == null ? TimeOrderedId.next() : id, name, description, event, enabled, stop, when, then);
    }

    private static Use event(Members members) {
        String token = members.word("event");
        if (token == null) {
            return null;
        }
        String known = Arrays.stream(Use.values()).map(Use::token).collect(Collectors.joining(" and "));
        return Use.of(token)
                .orElseGet(() -> members.refuse(
                        "event",
                        LATER.contains(token)
                                ? "is not possible yet: rules wait for " + known
                                : "is not known: rules wait for " + known));
    }

    private List<Action> then(JsonValue json, String path, Findings findings) {
        if (!(json instanceof JsonArray array) || array.isEmpty() || array.size() > MOST_ACTIONS) {
            return findings.refuse(path, "must be an array of 1 to " + MOST_ACTIONS + " actions");
        }
        List<Action> read = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Action action = actions.read(array.get(i), path + "[" + i + "]", findings);
            if (action != null) {
                read.add(action);
            }
        }
        return read.size() == array.size() ? read : null;
    }
}
