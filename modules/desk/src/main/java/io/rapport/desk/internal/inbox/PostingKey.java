package io.rapport.desk.internal.inbox;

import io.rapport.events.LabelId;

/** The keys under which conversations are filed: {@code label:ID} and {@code attribute:KEY=VALUE}. */
final class PostingKey {

    private PostingKey() {}

    static String of(LabelId label) {
        return "label:" + label;
    }

    static String of(String attribute, String value) {
        return prefixOf(attribute) + value;
    }

    /** How every key of an attribute begins, those of options that are no more included. */
    static String prefixOf(String attribute) {
        return "attribute:" + attribute + "=";
    }
}
