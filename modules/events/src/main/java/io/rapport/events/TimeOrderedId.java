package io.rapport.events;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then 74 bits of which the
 * first 12 count up within a millisecond (section 6.2, method 1), so that ids of one process sort by creation.
 */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    private static long lastTick;

    private TimeOrderedId() {}

    /** The next id; never null, greater than every id that this process made before. */
    public static UUID next() {
        long tick = nextTick();
        long millis = tick >>> COUNTER_BITS;
        long counter = tick & ((1L << COUNTER_BITS) - 1);
        long high = (millis << 16) | 0x7000L | counter;
        long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Time in milliseconds with the counter below it; when the clock stands still or jumps back, the counter goes on. */
    private static synchronized long nextTick() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        lastTick = Math.max(now, lastTick + 1);
        return lastTick;
    }
}
