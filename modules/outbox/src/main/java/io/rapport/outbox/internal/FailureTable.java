package io.rapport.outbox.internal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Waiting rows, as noted when an attempt came to nothing. */
final class FailureTable {

    private static final String AGAIN = """
            update outbox.delivery
            set attempts = attempts + 1, due = :due, last_error = :error, locked_by = null, locked_until = null
            where id = :id and attempts = :attempts and (cast(:worker as text) is null or locked_by = :worker)
            """;

    private static final String WAIT = """
            update outbox.delivery set due = :due, last_error = :reason, locked_by = null, locked_until = null
            where id = :id and attempts = :attempts and (cast(:worker as text) is null or locked_by = :worker)
            """;

    private static final String STUCK = """
            update outbox.delivery
            set attempts = attempts + 1, stuck = true, last_error = :error, locked_by = null, locked_until = null
            where id = :id and attempts = :attempts and (cast(:worker as text) is null or locked_by = :worker)
            """;

    private final Jdbi jdbi;

    FailureTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Has a row tried again, unless it changed hands in the meantime.
     *
     * @param worker who holds the lease; null where there is none
     */
    void again(Delivery delivery, String worker, Instant due, String error) {
        jdbi.useHandle(handle -> handle.createUpdate(AGAIN)
                .bind("id", delivery.id())
                .bind("attempts", delivery.attempts())
                .bind("worker", worker)
                .bind("due", due.atOffset(UTC))
                .bind("error", error)
                .execute());
    }

    /** Has a row wait without counting an attempt, unless it changed hands in the meantime. */
    void wait(Delivery delivery, String worker, Instant due, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(WAIT)
                .bind("id", delivery.id())
                .bind("attempts", delivery.attempts())
                .bind("worker", worker)
                .bind("due", due.atOffset(UTC))
                .bind("reason", reason)
                .execute());
    }

    /** Gives a row up until somebody retries it, unless it changed hands in the meantime. */
    void stuck(Delivery delivery, String worker, String error) {
        jdbi.useHandle(handle -> handle.createUpdate(STUCK)
                .bind("id", delivery.id())
                .bind("attempts", delivery.attempts())
                .bind("worker", worker)
                .bind("error", error)
                .execute());
    }
}
