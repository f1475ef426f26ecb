package io.rapport.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known when a condition is evaluated.
 *
 * @param byToken what is known, by the field's token; a token that is absent or null is a field of which nothing is known
 */
public record FieldValues(Map<String, FieldValue> byToken) {

    public FieldValues {
        byToken = Collections.unmodifiableMap(new LinkedHashMap<>(byToken));
    }

    /** The value of a field; null when nothing is known, or nothing of the field's type (it was declared otherwise once). */
    public FieldValue of(Field field) {
        FieldValue value = byToken.get(field.token());
        return value == null || value.fits(field.type()) ? value : null;
    }
}
