package io.rapport.desk.internal.inbox;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last row of a page: its time in microseconds and its id. Keyset pagination: a page costs the same at any depth. */
record Cursor(Instant activeAt, UUID conversation) {

    private static final long MICROS = 1_000_000;

    @Override
    public String toString() {
        long micros = activeAt.getEpochSecond() * MICROS + activeAt.getNano() / 1_000;
        return Long.toString(micros, Character.MAX_RADIX) + "_" + conversation;
    }

    /** Null for null; throws Problem 422 for what no page ever gave out. */
    static Cursor of(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String[] parts = text.split("_", 2);
            long micros = Long.parseLong(parts[0], Character.MAX_RADIX);
            Instant activeAt =
                    Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
            return new Cursor(activeAt, UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
            throw Problem.invalid(new FieldError("after", "is not a cursor of this list"));
        }
    }
}
