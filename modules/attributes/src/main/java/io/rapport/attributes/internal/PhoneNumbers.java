package io.rapport.attributes.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.rapport.access.TextRules;
import java.util.Locale;

/** Makes E.164 of what people type as their number; what is none stays as typed and is marked. */
final class PhoneNumbers {

    private static final int LONGEST = 40;
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** The number; without a region only one with a country code is understood. */
    static Parsed parse(String text, String region) {
        if (TextRules.length(text) > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return Parsed.refused("must be a phone number of at most " + LONGEST + " characters");
        }
        if (TextRules.faultOfLine(text).isPresent()) {
            return Parsed.refused("must be a phone number in one line");
        }
        try {
            PhoneNumber number = NUMBERS.parse(text, region == null ? null : region.toUpperCase(Locale.ROOT));
            // E.164 has no place for an extension: better as typed than without it.
            return NUMBERS.isValidNumber(number) && !number.hasExtension()
                    ? Parsed.as(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Parsed.asTyped(text);
        } catch (NumberParseException unparsable) {
            return Parsed.asTyped(text);
        }
    }
}
