package io.rapport.outbox.internal;

import java.util.function.Supplier;

/** The transaction that the calling thread is in, as far as recording needs to know it. */
interface BusinessTransaction {

    /** Whether there is one. */
    boolean isActive();

    /** Whether it can only be rolled back any more. */
    boolean isLost();

    /** The object kept with this transaction, made on first use. */
    <T> T computeIfAbsent(Class<T> type, Supplier<T> make);

    /**
     * Has something done at its end, once.
     *
     * @param beforeCommit part of the transaction: when it throws, nothing is committed
     * @param afterCommit only after it was really committed
     */
    void atEnd(Runnable beforeCommit, Runnable afterCommit);
}
