package io.rapport.vocabulary;

import java.math.BigDecimal;

/** One shape for equal numbers, since Drools hashes them: 5.0 and 5 and 0.5E1 are all 5. */
final class Decimals {

    /** More digits than any measure has; an exponent in the millions would fill the memory when written out. */
    static final int MOST_DIGITS = 40;

    private Decimals() {}

    /** Whether it can be written out with at most 40 digits before and after the point. */
    static boolean isWritable(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() <= MOST_DIGITS && (long) bare.precision() - bare.scale() <= MOST_DIGITS;
    }

    /** The one shape; a number beyond the limits stays as it is, as it equals no operand. */
    static BigDecimal plain(BigDecimal number) {
        if (!isWritable(number)) {
            return number;
        }
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
