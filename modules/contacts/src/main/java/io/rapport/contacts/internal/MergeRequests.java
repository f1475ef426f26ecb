package io.rapport.contacts.internal;

import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Merges as agents ask for them. Whoever judges many conversations in one transaction holds many contacts in an order of
 * its own: the database ends one of two who wait for each other, and where it is the merge, it is tried again.
 */
@ApplicationScoped
public class MergeRequests {

    private static final String DEADLOCK = "40P01";
    private static final int ATTEMPTS = 3;

    @Inject
    Merges merges;

    @Inject
    Claims claims;

    /** As {@link Merges#merge(UUID, UUID, Actor)}. */
    void merge(UUID from, UUID into, Actor actor) {
        again(() -> {
            merges.merge(from, into, actor);
            return null;
        });
    }

    /** As {@link Claims#confirm}. */
    void confirm(UUID contact, String field, UUID candidate, Actor actor) {
        again(() -> {
            claims.confirm(contact, field, candidate, actor);
            return null;
        });
    }

    /** As {@link Merges#unmerge}. */
    ContactId unmerge(UUID contact, Actor actor) {
        return again(() -> merges.unmerge(contact, actor));
    }

    private static <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException lost) {
                if (attempt == ATTEMPTS || !isDeadlock(lost)) {
                    throw lost;
                }
            }
        }
    }

    private static boolean isDeadlock(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
