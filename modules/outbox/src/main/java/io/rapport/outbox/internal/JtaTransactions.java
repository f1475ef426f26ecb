package io.rapport.outbox.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** The container's transactions, begun on the outbox's own threads. */
@ApplicationScoped
class JtaTransactions implements Transactions {

    @Inject
    UserTransaction transaction;

    @Override
    public <T> T call(Supplier<T> work) {
        try {
            transaction.begin();
            T result = rolledBackOnFailure(work);
            transaction.commit();
            return result;
        } catch (NotSupportedException
                | SystemException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException failure) {
            throw new IllegalStateException("The transaction was not committed", failure);
        }
    }

    private <T> T rolledBackOnFailure(Supplier<T> work) throws SystemException {
        boolean returned = false;
        try {
            T result = work.get();
            returned = true;
            return result;
        } finally {
            if (!returned && transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
    }
}
