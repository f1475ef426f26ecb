package io.rapport.vocabulary;

import java.util.Objects;

/**
 * Something that the author of a condition or rule should know.
 *
 * @param severity whether it stands in the way
 * @param field the path of what it is about: {@code rules[2].when.all[1].op}
 * @param message one sentence for people
 */
public record Finding(Severity severity, String field, String message) {

    /** Whether a finding stands in the way. */
    public enum Severity {
        /** Cannot be used as it is. */
        ERROR,
        /** Can be used, but may not do what its author thinks. */
        WARNING
    }

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
