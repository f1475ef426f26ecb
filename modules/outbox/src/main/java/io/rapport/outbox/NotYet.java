package io.rapport.outbox;

import java.time.Instant;
import java.util.Objects;

/**
 * Thrown by {@link TwoStep#fetch} when there is no sense in asking now: the row waits, and no attempt is counted. Unlike a
 * failure it may happen any number of times, so it is for what ends by itself, such as a provider that rests.
 */
public final class NotYet extends IllegalStateException {

    /** How far ahead a row waits at most, in minutes; who asks for more is asked again then. */
    public static final int LONGEST_MINUTES = 10;

    private static final long serialVersionUID = 1L;

    private final Instant until;

    /** Not now, but as soon as may be. */
    public NotYet(String reason) {
        this(reason, Instant.EPOCH);
    }

    /**
     * Not now.
     *
     * @param reason for operators, in plain words
     * @param until when to try again, at the earliest and a second from now; never null
     */
    public NotYet(String reason, Instant until) {
        super(reason);
        this.until = Objects.requireNonNull(until);
    }

    /** When to try again at the earliest. */
    public Instant until() {
        return until;
    }
}
