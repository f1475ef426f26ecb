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

    /** Has something done only after it was really committed. */
    void afterCommit(Runnable work);
}
