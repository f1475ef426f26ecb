package io.rapport.outbox;

import java.time.Duration;
import java.util.List;

/** What others see of the outbox, operators first of all, and may do about it. */
public interface Outbox {

    /** How many deliveries wait, each number up to {@link OutboxCounts#BOUND}; never null. */
    OutboxCounts counts();

    /**
     * The deliveries in trouble, oldest first; never null.
     *
     * @param after only rows after the one with this id; 0 for the first page
     * @param limit at most so many, 1–200
     */
    List<OutboxCard> inTrouble(long after, int limit);

    /**
     * Makes a delivery due now, with all its attempts before it again; in a transaction of its own, so call it in none.
     *
     * @return false when there is no such row (any more)
     */
    boolean retry(long id);

    /** How long a {@link TwoStep#fetch} may take before another worker begins it anew; at least a second. */
    Duration lease();
}
