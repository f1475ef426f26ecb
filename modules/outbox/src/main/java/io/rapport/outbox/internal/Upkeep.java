package io.rapport.outbox.internal;

import static java.time.ZoneOffset.UTC;

import io.rapport.outbox.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What keeps claims short and shows what nobody would ever claim; done with every sweep, a bounded number of rows a time. */
final class Upkeep {

    /** How long a row waits for a server that knows its observer: during an upgrade, the newer one may stand beside us. */
    static final Duration PATIENCE_WITH_UNKNOWN = Duration.ofMinutes(1);

    /** When to look again at rows behind a stuck one; retrying that one brings them back at once. */
    static final Duration BEHIND_STUCK = Duration.ofMinutes(10);

    /**
     * How much further ahead than its attempts explain a row may be due, or a lease run: more than {@link #BEHIND_STUCK} and
     * {@link NotYet#LONGEST_MINUTES}, and room for the difference of two servers' clocks. What is further ahead was written
     * before the clock was put back, and would otherwise stand until it has caught up.
     */
    static final Duration FARTHEST = Duration.ofMinutes(15);

    private static final int ROWS = 1_000;

    // Jumps from name to name through the index; 'select distinct' would read every waiting row.
    private static final String OBSERVERS = """
            with recursive names (observer) as (
                (select observer from outbox.delivery order by observer limit 1)
                union all
                select (select d.observer from outbox.delivery d
                        where d.observer > names.observer order by d.observer limit 1)
                from names where names.observer is not null)
            select observer from names where observer is not null
            """;

    private static final String UNKNOWN = """
            update outbox.delivery set stuck = true, last_error = :error
            where id in (
                select d.id from outbox.delivery d
                where d.observer = :observer and not d.stuck and d.due <= :since and %s
                order by d.due limit :rows
                for update skip locked)
            """.formatted(DeliveryTable.IS_FIRST);

    private static final String POSTPONE = """
            update outbox.delivery set due = case when first.stuck then :later else least(first.due, :later) end
            from (
                    select id, key from outbox.delivery
                    where observer = :observer and not stuck and due <= :now
                    order by due limit :rows) waiting
                cross join lateral (
                    select d.id, d.stuck, d.due from outbox.delivery d
                    where d.observer = :observer and d.key = waiting.key
                    order by d.id limit 1) first
            where delivery.id = waiting.id and first.id < waiting.id and (first.stuck or first.due > delivery.due)
            """;

    // 2 ^ attempts seconds is above the longest wait that Backoff can give, and so are 4,400 seconds.
    private static final String TOO_FAR_AHEAD = """
            update outbox.delivery set due = :now
            where id in (
                select d.id from outbox.delivery d
                where d.observer = :observer and not d.stuck and d.due > :farthest
                    and d.due > :farthest + make_interval(secs => least(power(2, least(d.attempts, 20)), 4400))
                limit :rows
                for update skip locked)
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Set<String> known;

    Upkeep(Jdbi jdbi, Clock clock, Set<String> known) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.known = known;
    }

    /** Part of the current transaction. */
    void run() {
        Instant now = clock.instant();
        Set<String> unknown = new HashSet<>(observersWithRows());
        unknown.removeAll(known);
        unknown.forEach(observer -> giveUp(observer, now.minus(PATIENCE_WITH_UNKNOWN)));
        known.forEach(observer -> bringBack(observer, now));
        known.forEach(observer -> postponeBlocked(observer, now));
    }

    private List<String> observersWithRows() {
        return jdbi.withHandle(
                handle -> handle.createQuery(OBSERVERS).mapTo(String.class).list());
    }

    private void giveUp(String observer, Instant since) {
        jdbi.useHandle(handle -> handle.createUpdate(UNKNOWN)
                .bind("observer", observer)
                .bind("since", since.atOffset(UTC))
                .bind("rows", ROWS)
                .bind("error", "No observer of this server is named " + observer)
                .execute());
    }

    /** Makes due what a clock that has been put back since would keep waiting. */
    private void bringBack(String observer, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(TOO_FAR_AHEAD)
                .bind("observer", observer)
                .bind("now", now.atOffset(UTC))
                .bind("farthest", now.plus(FARTHEST).atOffset(UTC))
                .bind("rows", ROWS)
                .execute());
    }

    /** Moves rows that wait behind one which cannot be claimed out of the way of those that can. */
    private void postponeBlocked(String observer, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(POSTPONE)
                .bind("observer", observer)
                .bind("now", now.atOffset(UTC))
                .bind("later", now.plus(BEHIND_STUCK).atOffset(UTC))
                .bind("rows", ROWS)
                .execute());
    }
}
