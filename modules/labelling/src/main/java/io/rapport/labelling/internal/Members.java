package io.rapport.labelling.internal;

import io.rapport.access.TextRules;
import io.rapport.vocabulary.Findings;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the members of one JSON object by type, and notes what is wrong with them by path. */
final class Members {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int LONGEST_TOLD_BACK = 40;

    private final JsonObject object;
    private final String path;
    private final Findings findings;
    private boolean refused;

    Members(JsonObject object, String path, Findings findings) {
        this.object = object;
        this.path = path;
        this.findings = findings;
    }

    /** Refuses members with other names. */
    void onlyOf(Set<String> names) {
        object.keySet().stream().filter(name -> !names.contains(name)).forEach(name -> {
            boolean tellable = name.length() <= LONGEST_TOLD_BACK
                    && TextRules.faultOfLine(name).isEmpty();
            refuse(tellable ? name : "?", "is not known");
        });
    }

    /** One line, required, without white space around it. */
    String line(String name, int longest) {
        String text = word(name);
        if (text == null) {
            return null;
        }
        text = text.strip();
        if (text.isEmpty()) {
            return refuse(name, "is required");
        }
        return fitting(name, text, longest, TextRules.faultOfLine(text));
    }

    /** Several lines; empty when absent. */
    String lines(String name, int longest) {
        String text = TextRules.withPlainLineEnds(
                Optional.ofNullable(text(name)).orElse("").strip());
        return fitting(name, text, longest, TextRules.faultOfLines(text));
    }

    /** A text, required; null when it is refused. */
    String word(String name) {
        boolean absent = object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL;
        return absent ? refuse(name, "is required") : text(name);
    }

    /** Yes or no; the default when absent. */
    boolean flag(String name, boolean otherwise) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> otherwise;
            default -> {
                refuse(name, "must be true or false");
                yield otherwise;
            }
        };
    }

    /** A UUID; null when absent. */
    UUID uuid(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : refuse(name, "must be a UUID");
    }

    /** Notes that a member cannot be; always answers null. */
    <T> T refuse(String name, String message) {
        refused = true;
        return findings.refuse(path + "." + name, message);
    }

    /** Whether a member cannot be. */
    boolean refused() {
        return refused;
    }

    private String text(String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        return value instanceof JsonString string ? string.getString() : refuse(name, "must be a text");
    }

    private String fitting(String name, String text, int longest, Optional<String> fault) {
        if (TextRules.length(text) > longest) {
            return refuse(name, "must have at most " + longest + " characters");
        }
        return fault.isPresent() ? refuse(name, fault.get()) : text;
    }
}
