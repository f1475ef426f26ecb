package io.rapport.outbox.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The JTA transaction of the calling thread. */
@ApplicationScoped
class JtaBusinessTransaction implements BusinessTransaction {

    private TransactionSynchronizationRegistry registry;

    /** Looked up, because injected resources are not there yet while CDI starts, and events may be. */
    @PostConstruct
    void findRegistry() {
        try {
            registry = InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
        } catch (NamingException missing) {
            throw new IllegalStateException("The server offers no TransactionSynchronizationRegistry", missing);
        }
    }

    @Override
    public boolean isActive() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    @Override
    public boolean isLost() {
        return registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public <T> T computeIfAbsent(Class<T> type, Supplier<T> make) {
        Object kept = registry.getResource(type);
        if (kept == null) {
            kept = make.get();
            registry.putResource(type, kept);
        }
        return type.cast(kept);
    }

    @Override
    public void afterCommit(Runnable work) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing may be written here: see Recording.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    work.run();
                }
            }
        });
    }
}
