package io.rapport.vocabulary;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Days and moments as numbers, which every backend orders alike. */
final class Timeline {

    private static final int NANOS = 9;

    private Timeline() {}

    /** Days since 1970. */
    static BigDecimal of(LocalDate day) {
        return BigDecimal.valueOf(day.toEpochDay());
    }

    /** Seconds since 1970, with decimals. */
    static BigDecimal of(Instant moment) {
        return seconds(moment.getEpochSecond(), moment.getNano());
    }

    /** Seconds, with decimals; negative for a negative duration. */
    static BigDecimal of(Duration length) {
        return seconds(length.getSeconds(), length.getNano());
    }

    private static BigDecimal seconds(long seconds, int nanos) {
        return Decimals.plain(BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, NANOS)));
    }
}
