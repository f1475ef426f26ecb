package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import java.util.List;

/** Guesses from values that were kept as text what type somebody may have meant; pure. */
final class GuessedType {

    /** Narrow ones first: a phone number with its country code is a number, too. */
    private static final List<AttributeType> NARROW_FIRST = List.of(
            AttributeType.BOOLEAN,
            AttributeType.PHONE,
            AttributeType.NUMBER,
            AttributeType.PERCENT,
            AttributeType.DATE,
            AttributeType.DATE_TIME,
            AttributeType.CURRENCY,
            AttributeType.EMAIL,
            AttributeType.LINK);

    private GuessedType() {}

    /** The narrowest type that all samples have; TEXT where there is none but that, and where there is no sample. */
    static AttributeType of(List<String> samples) {
        return samples.isEmpty()
                ? AttributeType.TEXT
                : NARROW_FIRST.stream()
                        .filter(type -> samples.stream().allMatch(sample -> isOf(type, sample)))
                        .findFirst()
                        .orElse(AttributeType.TEXT);
    }

    private static boolean isOf(AttributeType type, String sample) {
        Parsed parsed = ValueParser.parse(any(type), sample, null);
        return parsed.fault() == null && !parsed.unparsed();
    }

    private static AttributeDefinition any(AttributeType type) {
        return new AttributeDefinition(null, Subject.Kind.CONTACT, "any", "", "", type, List.of(), "", 0, false);
    }
}
