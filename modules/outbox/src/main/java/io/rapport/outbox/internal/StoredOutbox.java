package io.rapport.outbox.internal;

import static java.time.ZoneOffset.UTC;

import io.rapport.outbox.Outbox;
import io.rapport.outbox.OutboxCard;
import io.rapport.outbox.OutboxCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The operators' view of the table. */
final class StoredOutbox implements Outbox {

    private static final int LONGEST_PAGE = 200;

    private static final String COUNTS = """
            select (select count(*) from (select 1 from outbox.delivery where not stuck limit :bound) p) as pending,
                   (select count(*) from (
                       select 1 from outbox.delivery where (stuck or attempts > 0) and stuck limit :bound) s) as stuck
            """;

    private static final String IN_TROUBLE = """
            select id, observer, event_type, key, attempts, case when not stuck then due end as next_attempt, last_error
            from outbox.delivery
            where (stuck or attempts > 0) and id > :after
            order by id limit :limit
            """;

    private static final String RETRY = """
            update outbox.delivery set stuck = false, attempts = 0, due = :now where id = :id
            returning observer, key
            """;

    private static final String RETRY_BEHIND = """
            update outbox.delivery set due = :now
            where observer = :observer and key = :key and not stuck and attempts = 0 and due > :now
            """;

    private final Jdbi jdbi;
    private final Transactions transactions;
    private final Clock clock;
    private final Consumer<String> retried;
    private final Duration lease;

    /**
     * @param retried is told after commit of the observer whose row was made due
     */
    StoredOutbox(Jdbi jdbi, Transactions transactions, Clock clock, Consumer<String> retried, Duration lease) {
        this.jdbi = jdbi;
        this.transactions = transactions;
        this.clock = clock;
        this.retried = retried;
        this.lease = lease;
    }

    @Override
    public Duration lease() {
        return lease;
    }

    @Override
    public OutboxCounts counts() {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTS)
                .bind("bound", OutboxCounts.BOUND)
                .map((row, context) -> new OutboxCounts(row.getInt("pending"), row.getInt("stuck")))
                .one());
    }

    @Override
    public List<OutboxCard> inTrouble(long after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("limit must be 1–" + LONGEST_PAGE + ", not " + limit);
        }
        return jdbi.withHandle(handle -> handle.createQuery(IN_TROUBLE)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> card(row))
                .list());
    }

    private static OutboxCard card(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject("next_attempt", OffsetDateTime.class);
        return new OutboxCard(
                row.getLong("id"),
                row.getString("observer"),
                row.getString("event_type"),
                row.getObject("key", UUID.class),
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getString("last_error"));
    }

    /** The queue of a row. */
    private record Queue(String observer, UUID key) {}

    @Override
    public boolean retry(long id) {
        OffsetDateTime now = clock.instant().atOffset(UTC);
        Optional<Queue> queue = transactions.call(() -> jdbi.withHandle(handle -> retry(handle, id, now)));
        queue.ifPresent(found -> retried.accept(found.observer()));
        return queue.isPresent();
    }

    private static Optional<Queue> retry(Handle handle, long id, OffsetDateTime now) {
        Optional<Queue> queue = handle.createQuery(RETRY)
                .bind("id", id)
                .bind("now", now)
                .map((row, context) -> new Queue(row.getString("observer"), row.getObject("key", UUID.class)))
                .findOne();
        queue.ifPresent(found -> handle.createUpdate(RETRY_BEHIND)
                .bind("observer", found.observer())
                .bind("key", found.key())
                .bind("now", now)
                .execute());
        return queue;
    }
}
