package io.rapport.vocabulary;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** Reads conditions that tests write with single quotes. */
final class Read {

    private Read() {}

    static JsonValue json(String quoted) {
        try (var reader = Json.createReader(new StringReader(quoted.replace('\'', '"')))) {
            return reader.readValue();
        }
    }

    static Condition condition(String quoted) {
        Findings findings = new Findings();
        Condition condition = condition(quoted, findings);
        if (findings.refused()) {
            throw new AssertionError(findings.all().toString());
        }
        return condition;
    }

    static Condition condition(String quoted, Findings findings) {
        return new ConditionReader(Catalogues.fields(), Catalogues.labels())
                .read(json(quoted), "when", Use.MESSAGE_RECEIVED, findings);
    }

    /** What is refused, as 'path: message'. */
    static List<String> errors(String quoted) {
        Findings findings = new Findings();
        Condition condition = condition(quoted, findings);
        if (findings.refused() != (condition == null)) {
            throw new AssertionError("A condition is refused with a finding, or read: " + findings.all());
        }
        return findings.errors().stream()
                .map(finding -> finding.field() + ": " + finding.message())
                .toList();
    }
}
