package io.rapport.vocabulary;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one test: its field, its operator, its values. */
final class TestReader {

    private static final Set<String> MEMBERS = Set.of("field", "op", "value");

    private final Fields fields;
    private final OperandReader operands;

    TestReader(Fields fields, OperandReader operands) {
        this.fields = fields;
        this.operands = operands;
    }

    /** The test; null when findings were refused. */
    Condition read(JsonObject json, String path, Use use, Findings findings) {
        boolean known = onlyKnownMembers(json, path, findings);
        Field field = field(json.get("field"), path + ".field", use, findings);
        Operator operator = operator(json.get("op"), path + ".op", findings);
        if (!known || field == null || operator == null) {
            return null;
        }
        if (!field.type().operators().contains(operator)) {
            return findings.refuse(path + ".op", mismatch(field, operator));
        }
        List<Operand> values = operands.read(json.get("value"), path + ".value", field, operator, findings);
        if (values == null) {
            return null;
        }
        if (operator.isNegative() && operator != Operator.IS_EMPTY && field.mayBeUnknown()) {
            findings.warn(path + ".op", "also true when nothing is known about " + field.phrase());
        }
        return new Condition.Test(field, operator, values);
    }

    private static boolean onlyKnownMembers(JsonObject json, String path, Findings findings) {
        List<String> unknown = json.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .toList();
        unknown.forEach(member -> findings.refuse(path + "." + Shortened.text(member), "is not known"));
        return unknown.isEmpty();
    }

    private Field field(JsonValue json, String path, Use use, Findings findings) {
        String token = word(json, path, findings);
        if (token == null) {
            return null;
        }
        Optional<Field> field = fields.find(token);
        if (field.isEmpty()) {
            return findings.refuse(
                    path, "unknown field " + Shortened.quoted(token) + Nearest.hint(fields.nearest(token)));
        }
        if (!field.get().uses().contains(use)) {
            String where = field.get().uses().stream().map(Use::token).sorted().collect(Collectors.joining(", "));
            return findings.refuse(path, token + " can be used with " + where + " only, not with " + use.token());
        }
        return field.get();
    }

    private static Operator operator(JsonValue json, String path, Findings findings) {
        String token = word(json, path, findings);
        if (token == null) {
            return null;
        }
        return Operator.of(token)
                .orElseGet(() -> findings.refuse(
                        path,
                        "unknown operator " + Shortened.quoted(token)
                                + Nearest.hint(Nearest.to(
                                        token, Arrays.stream(Operator.values()).map(Operator::token)))));
    }

    private static String word(JsonValue json, String path, Findings findings) {
        if (json == null || json == JsonValue.NULL) {
            return findings.refuse(path, "is required");
        }
        return json instanceof JsonString string ? string.getString() : findings.refuse(path, "must be a text");
    }

    private static String mismatch(Field field, Operator operator) {
        return operator.token() + " does not fit " + field.token() + ", a "
                + field.type().token() + "; one of "
                + field.type().operators().stream().map(Operator::token).collect(Collectors.joining(", ")) + " does";
    }
}
