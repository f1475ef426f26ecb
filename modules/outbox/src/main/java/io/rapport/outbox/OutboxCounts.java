package io.rapport.outbox;

/**
 * How many deliveries wait.
 *
 * @param pending rows that will be delivered by themselves
 * @param stuck rows that wait for somebody to mend the cause and retry
 */
public record OutboxCounts(int pending, int stuck) {

    /** Counting ends here: this number stands for itself or more. */
    public static final int BOUND = 10_000;
}
