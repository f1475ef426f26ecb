package io.rapport.outbox.internal;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * The waiting rows, as written and as claimed in a transaction.
 *
 * <p>The rows of one observer and key form a queue. Only its first row is ever claimed, and whoever has that row locked
 * owns the queue: another's statement still sees the row and therefore finds none behind it.
 */
final class DeliveryTable {

    /** How many rows behind a claimed one go with it: enough to empty a usual queue in one transaction. */
    static final int FOLLOWERS = 10;

    // A scalar subquery, because the planner never turns it into a join over the whole table.
    static final String IS_FIRST = "d.id = (select first.id from outbox.delivery first"
            + " where first.observer = d.observer and first.key = d.key order by first.id limit 1)";

    private static final String INSERT = """
            insert into outbox.delivery (observer, key, event_type, event_version, payload, due, created_at)
            select observer, key, event_type, event_version, cast(payload as jsonb),
                cast(due as timestamptz), cast(due as timestamptz)
            from unnest(:observers, :keys, :types, :versions, :payloads, :dues)
                with ordinality as row (observer, key, event_type, event_version, payload, due, place)
            order by place
            """;

    /**
     * How many of the oldest rows a claim looks at. However many wait, it costs the same; rows of queues that another
     * holds may fill the window, and then that one's end calls again.
     */
    static final int WINDOW = 1_000;

    // 'is true' keeps the planner, whose statistics may say that nothing waits, from looking each head up by its due
    // time.
    private static final String CLAIM = """
            with oldest as materialized (
                select d.id, d.key, d.due from outbox.delivery d
                where d.observer = :observer and not d.stuck and d.due >= :from and d.due <= :now
                order by d.due, d.id limit :window),
            queue as materialized (
                select key, min(due) as due from oldest group by key),
            first as (
                select d.* from queue cross join lateral (
                    select id from outbox.delivery head
                    where head.observer = :observer and head.key = queue.key order by head.id limit 1) head
                join outbox.delivery d on d.id = head.id
                where (not d.stuck) is true and (d.due <= :now) is true
                order by queue.due, d.id limit :limit
                for update of d skip locked)
            select %s, true as claimable, 0 as follows from first d
            union all
            select %s, not d.stuck and d.due <= :now as claimable, 1 as follows
            from first cross join lateral (
                select * from outbox.delivery behind
                where behind.observer = :observer and behind.key = first.key and behind.id > first.id
                order by behind.id limit :followers) d
            order by follows, id
            limit :limit
            """.formatted(DeliveryRow.COLUMNS, DeliveryRow.COLUMNS);

    private static final String CLAIM_ONE = """
            select true from outbox.delivery d
            where d.id = :id and not d.stuck and d.due <= :now and %s
            for update skip locked
            """.formatted(IS_FIRST);

    private static final String DELETE = "delete from outbox.delivery where id = any(:ids)";

    private final Jdbi jdbi;

    DeliveryTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes rows in one statement, with ids in their order. */
    void insert(Collection<NewDelivery> rows) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bindArray("observers", String.class, column(rows, NewDelivery::observer))
                .bindArray("keys", UUID.class, column(rows, NewDelivery::key))
                .bindArray("types", String.class, column(rows, row -> row.type().name()))
                .bindArray(
                        "versions",
                        Integer.class,
                        column(rows, row -> row.type().version()))
                .bindArray("payloads", String.class, column(rows, NewDelivery::payload))
                .bindArray("dues", String.class, column(rows, row -> row.due().toString()))
                .execute());
    }

    private static List<Object> column(Collection<NewDelivery> rows, Function<NewDelivery, Object> value) {
        return rows.stream().map(value).toList();
    }

    /**
     * Locks queues of an observer that have a row due, and lists their first rows and some of those behind them.
     *
     * @param from no rows that were due before, a bound that keeps dead rows out of the way
     * @return in an order in which they may be delivered; empty when nothing can be claimed now
     */
    List<Delivery> claim(String observer, Instant from, Instant now, int limit) {
        Set<UUID> ended = new HashSet<>();
        List<Delivery> claimed = new ArrayList<>();
        jdbi.useHandle(handle -> handle.createQuery(CLAIM)
                .bind("observer", observer)
                .bind("from", from.atOffset(UTC))
                .bind("now", now.atOffset(UTC))
                .bind("window", WINDOW)
                .bind("limit", limit)
                .bind("followers", FOLLOWERS)
                .map((row, context) -> {
                    Delivery delivery = DeliveryRow.read(row);
                    if (!row.getBoolean("claimable")) {
                        ended.add(delivery.key());
                    }
                    return delivery;
                })
                .forEach(delivery -> {
                    if (!ended.contains(delivery.key())) {
                        claimed.add(delivery);
                    }
                }));
        return claimed;
    }

    /** Locks a row if it is still there, due, first of its queue and nobody else's. */
    boolean claim(long id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM_ONE)
                .bind("id", id)
                .bind("now", now.atOffset(UTC))
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }

    /** Deletes delivered rows, in the transaction that delivers them. */
    void delete(List<Long> ids) {
        jdbi.useHandle(handle ->
                handle.createUpdate(DELETE).bindArray("ids", Long.class, ids).execute());
    }
}
