package io.rapport.enrichment.internal;

import java.util.Comparator;
import java.util.List;

/** The values of a plugin's secret settings, which its messages may quote and nobody should read. */
record Secrets(List<String> values) {

    static final Secrets NONE = new Secrets(List.of());

    /** The longest first, so that one which begins another does not leave the other's end. */
    Secrets {
        values = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without them. */
    String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, "***");
        }
        return hidden;
    }

    @Override
    public String toString() {
        return "Secrets[" + values.size() + "]";
    }
}
