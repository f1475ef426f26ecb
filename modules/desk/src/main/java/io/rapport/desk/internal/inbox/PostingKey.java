package io.rapport.desk.internal.inbox;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.events.LabelId;
import java.util.List;

/** The keys under which conversations are filed: {@code label:ID} and {@code attribute:KEY=VALUE}. */
final class PostingKey {

    private PostingKey() {}

    static String of(LabelId label) {
        return "label:" + label;
    }

    static String of(String attribute, String value) {
        return "attribute:" + attribute + "=" + value;
    }

    /** Every key that values of this attribute may have; at most as many as it has options. */
    static List<String> allOf(AttributeDefinition definition) {
        List<String> values =
                definition.type() == AttributeType.BOOLEAN ? List.of("true", "false") : definition.options();
        return values.stream().map(value -> of(definition.key(), value)).toList();
    }
}
