package io.rapport.enrichment.internal;

import java.util.List;

/** The values of a plugin's secret settings, which its messages may quote and nobody should read. */
record Secrets(List<String> values) {

    static final Secrets NONE = new Secrets(List.of());

    /** The text without them. */
    String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = value.isBlank() ? hidden : hidden.replace(value.strip(), "***");
        }
        return hidden;
    }

    @Override
    public String toString() {
        return "Secrets[" + values.size() + "]";
    }
}
