package io.rapport.outbox.internal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Waiting rows, as claimed for two-step work: by a lease that outlives the transaction which takes it. */
final class LeaseTable {

    private static final String TAKE = """
            update outbox.delivery d set locked_by = :worker, locked_until = :until
            where d.id = (
                select d.id from outbox.delivery d
                where d.observer = :observer and not d.stuck and d.due >= :from and d.due <= :now
                    and (d.locked_until is null or d.locked_until <= :now or d.locked_until > :farthest) and %s
                order by d.due, d.id limit 1
                for update skip locked)
            returning %s
            """.formatted(DeliveryTable.IS_FIRST, DeliveryRow.COLUMNS);

    private static final String DELETE = "delete from outbox.delivery where id = :id and locked_by = :worker";

    private final Jdbi jdbi;

    LeaseTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes the lease of a row that is due, first of its queue and nobody else's. A lease that runs much longer than one
     * that begins now was taken before the clock was put back, and is none.
     */
    Optional<Delivery> take(String observer, String worker, Instant from, Instant now, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKE)
                .bind("observer", observer)
                .bind("worker", worker)
                .bind("from", from.atOffset(UTC))
                .bind("now", now.atOffset(UTC))
                .bind("until", until.atOffset(UTC))
                .bind("farthest", until.plus(Upkeep.FARTHEST).atOffset(UTC))
                .map((row, context) -> DeliveryRow.read(row))
                .findOne());
    }

    /** Deletes a delivered row; false when the lease ran out and the row is another's by now. */
    boolean delete(long id, String worker) {
        return jdbi.withHandle(handle -> handle.createUpdate(DELETE)
                        .bind("id", id)
                        .bind("worker", worker)
                        .execute()
                == 1);
    }
}
