package io.rapport.contacts.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;

/** Reads {@code If-Match} (RFC 9110, section 13.1.1): the version in quotes, as {@code ETag} gave it out. */
final class IfMatch {

    private IfMatch() {}

    /** The version; null where the header is absent or {@code *}. */
    static Long version(String header) {
        if (header == null || header.equals("*")) {
            return null;
        }
        try {
            return Long.valueOf(header.replace("\"", "").strip());
        } catch (NumberFormatException malformed) {
            throw Problem.invalid(new FieldError("If-Match", "must be an ETag of this contact"));
        }
    }
}
