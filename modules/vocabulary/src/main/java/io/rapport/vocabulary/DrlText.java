package io.rapport.vocabulary;

import java.math.BigDecimal;

/**
 * Writes values as literals of the Drools rule language. The only place where something that a person typed becomes part
 * of a program text: whatever is not a letter a–z, a digit or a space is written as an escape, so that no character of a
 * person can end a literal.
 */
final class DrlText {

    private DrlText() {}

    /** A string literal; MVEL reads escapes with capital digits only. */
    static String literal(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == ' ') {
                literal.append(c);
            } else {
                literal.append(String.format("\\u%04X", (int) c));
            }
        }
        return literal.append('"').toString();
    }

    /** A decimal literal. */
    static String literal(BigDecimal value) {
        return value.toPlainString() + "B";
    }
}
