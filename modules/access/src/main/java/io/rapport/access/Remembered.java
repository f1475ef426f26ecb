package io.rapport.access;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Remembers what was read until told that it changed; the next asker then reads again. For the small catalogues that every
 * request asks.
 */
public final class Remembered<T> {

    private final Supplier<T> reading;
    private final AtomicLong changes = new AtomicLong();
    private volatile Reading<T> latest;

    /**
     * @param reading reads anew; may run on several threads at once
     */
    public Remembered(Supplier<T> reading) {
        this.reading = reading;
    }

    /** What was read last, or is read now. */
    public T get() {
        // Counted before reading: what was read while it changed is not taken for new.
        long seen = changes.get();
        Reading<T> known = latest;
        if (known == null || known.changes() != seen) {
            known = new Reading<>(seen, reading.get());
            latest = known;
        }
        return known.value();
    }

    /** It changed. */
    public void forget() {
        changes.incrementAndGet();
    }

    private record Reading<T>(long changes, T value) {}
}
