package io.rapport.attributes.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Makes days and moments of ISO 8601; kept as text in one shape, so that what is equal is the same text. */
public final class Times {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST = 40;
    private static final int LAST_YEAR = 9_999;

    private Times() {}

    /** A day: {@code 2026-05-01}. */
    public static Parsed day(String text) {
        try {
            return DAY.matcher(text).matches() && isCommon(LocalDate.parse(text).getYear()) ? Parsed.as(text) : noDay();
        } catch (DateTimeException noneOfTheCalendar) {
            return noDay();
        }
    }

    /** A moment in UTC, to the microsecond: {@code 2026-05-01T12:00:00Z}. */
    public static Parsed moment(String text) {
        try {
            if (text.length() > LONGEST) {
                return noMoment();
            }
            OffsetDateTime moment = OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MICROS);
            return isCommon(moment.getYear()) ? Parsed.as(moment.toInstant().toString()) : noMoment();
        } catch (DateTimeException unreadable) {
            return noMoment();
        }
    }

    /** Years that are written with four digits. */
    private static boolean isCommon(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    private static Parsed noDay() {
        return Parsed.refused("must be a date such as 2026-05-01");
    }

    private static Parsed noMoment() {
        return Parsed.refused("must be a time with its offset such as 2026-05-01T12:00:00+07:00");
    }
}
