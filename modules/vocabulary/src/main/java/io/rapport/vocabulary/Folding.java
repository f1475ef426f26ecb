package io.rapport.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes from text what comparing shall not see: case, accents, width, invisible characters. Its result is what is stored
 * and compared; nothing else in the product folds, SQL least of all.
 *
 * <p>NFKD (Unicode Standard Annex 15), accents off, upper case and lower case again, the letters that have no
 * decomposition spelled out (đ → d, ß → ss, ø → o, Turkish ı and İ → i, final ς → σ), then NFC. Only marks that all
 * scripts share are accents: the marks of Thai, Hindi or Japanese make other letters and stay.
 */
public final class Folding {

    private static final Pattern ACCENTS =
            Pattern.compile("[\\p{Mn}\\p{Me}&&\\p{IsInherited}&&[^\\u3099\\u309A]]|\\p{Cf}");

    /** Letters, numbers and marks, as bits: words are looked for in every message, and an expression takes ten times as long. */
    private static final int OF_WORDS = categories(
            Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER,
            Character.DECIMAL_DIGIT_NUMBER,
            Character.LETTER_NUMBER,
            Character.OTHER_NUMBER,
            Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK);

    private static final String[][] SPELLED_OUT = {
        {"đ", "d"},
        {"ð", "d"},
        {"ß", "ss"},
        {"ø", "o"},
        {"ł", "l"},
        {"ħ", "h"},
        {"ŧ", "t"},
        {"æ", "ae"},
        {"œ", "oe"},
        {"ı", "i"},
        {"þ", "th"},
        {"ς", "σ"}
    };

    private Folding() {}

    /** The text as it is compared; folding it again changes nothing. Null for null. */
    public static String fold(String text) {
        if (text == null) {
            return null;
        }
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldUnicode(text);
    }

    /**
     * The words of folded text, each with a space before and after it, so that 'contains the word' is a plain 'contains'
     * of the same of what is looked for: {@code " i want a refund "}. Null for null; a single space where there is no word.
     */
    public static String words(String folded) {
        if (folded == null) {
            return null;
        }
        StringBuilder words = new StringBuilder(folded.length() + 2).append(' ');
        boolean inWord = false;
        for (int i = 0, c; i < folded.length(); i += Character.charCount(c)) {
            c = folded.codePointAt(i);
            boolean ofWord = (OF_WORDS >> Character.getType(c) & 1) == 1;
            if (ofWord) {
                words.appendCodePoint(c);
            } else if (inWord) {
                words.append(' ');
            }
            inWord = ofWord;
        }
        return inWord ? words.append(' ').toString() : words.toString();
    }

    private static int categories(byte... types) {
        int bits = 0;
        for (byte type : types) {
            bits |= 1 << type;
        }
        return bits;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String foldUnicode(String text) {
        String folded = lower(withoutAccents(text));
        for (String[] pair : SPELLED_OUT) {
            folded = folded.replace(pair[0], pair[1]);
        }
        // Lower case may bring letters that decompose again, and recomposing what remains must not undo it.
        return Normalizer.normalize(withoutAccents(folded), Normalizer.Form.NFC);
    }

    private static String withoutAccents(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** By way of upper case, since some letters meet only there (ı and i, ſ and s). */
    private static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
