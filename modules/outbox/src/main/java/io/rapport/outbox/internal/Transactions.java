package io.rapport.outbox.internal;

import java.util.function.Supplier;

/** Runs work in a new transaction of the calling thread. */
interface Transactions {

    /**
     * Commits when the work returns, rolls back and rethrows when it throws anything; throws an exception, too, when the
     * commit comes to nothing.
     */
    <T> T call(Supplier<T> work);

    /** {@link #call} without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
