package io.rapport.desk.internal.history;

import java.util.Locale;

/** The sorts of entries. */
enum Kind {
    LABEL,
    VALUE,
    CONVERSATION,
    SESSION;

    /** The word that the API uses. */
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
