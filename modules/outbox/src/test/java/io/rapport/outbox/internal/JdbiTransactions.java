package io.rapport.outbox.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Transactions without a container: both faces of them, bound to the thread as JTA's are. */
final class JdbiTransactions implements Transactions, BusinessTransaction {

    private static final class Current {
        final Map<Class<?>, Object> kept = new HashMap<>();
        final List<Runnable> afterCommit = new ArrayList<>();
    }

    private final ThreadLocal<Current> current = new ThreadLocal<>();
    private final Jdbi jdbi;

    JdbiTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction in a transaction");
        }
        var mine = new Current();
        current.set(mine);
        T result;
        try {
            // Handles taken by the work are this one: Jdbi binds it to the thread.
            result = jdbi.inTransaction(handle -> work.get());
        } finally {
            current.remove();
        }
        mine.afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public boolean isActive() {
        return current.get() != null;
    }

    @Override
    public boolean isLost() {
        return false;
    }

    @Override
    public <T> T computeIfAbsent(Class<T> type, Supplier<T> make) {
        Object kept = current.get().kept.get(type);
        if (kept == null) {
            kept = make.get();
            current.get().kept.put(type, kept);
        }
        return type.cast(kept);
    }

    @Override
    public void afterCommit(Runnable work) {
        current.get().afterCommit.add(work);
    }
}
