package io.rapport.outbox.internal;

import io.rapport.outbox.NotYet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Decides what becomes of a row whose attempt failed or came too early, notes and logs it. */
final class Failures {

    private static final Logger LOG = System.getLogger("io.rapport.outbox");
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(NotYet.LONGEST_MINUTES);
    private static final int LONGEST_ERROR = 2_000;

    private final FailureTable table;
    private final Transactions transactions;
    private final Backoff backoff;
    private final Clock clock;
    private final int attempts;

    Failures(FailureTable table, Transactions transactions, Backoff backoff, Clock clock, int attempts) {
        this.table = table;
        this.transactions = transactions;
        this.backoff = backoff;
        this.clock = clock;
        this.attempts = attempts;
    }

    /**
     * Notes an attempt that came to nothing, in a transaction of its own.
     *
     * @param worker who holds the row's lease; null where there is none
     */
    void note(Delivery delivery, String worker, Throwable failure) {
        if (failure instanceof NotYet early) {
            noteWait(delivery, worker, early);
        } else {
            noteFailure(delivery, worker, failure);
        }
    }

    /** A little later than asked for, never at once: whoever asks outside must not be asked in a loop, nor by all at once. */
    private void noteWait(Delivery delivery, String worker, NotYet early) {
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST_WAIT);
        Instant until = early.until().isBefore(now) ? now : early.until();
        Instant due = until.plus(backoff.after(1));
        Instant bounded = due.isAfter(latest) ? latest : due;
        transactions.run(() -> table.wait(delivery, worker, bounded, inOneLine(early)));
        LOG.log(Level.DEBUG, "{0} waits until {1}: {2}", described(delivery), bounded, early.getMessage());
    }

    private void noteFailure(Delivery delivery, String worker, Throwable failure) {
        int failed = delivery.attempts() + 1;
        if (failed >= attempts || failure instanceof Undeliverable) {
            transactions.run(() -> table.stuck(delivery, worker, inOneLine(failure)));
            LOG.log(Level.ERROR, "%s is stuck after attempt %d".formatted(described(delivery), failed), failure);
        } else {
            Instant due = clock.instant().plus(backoff.after(failed));
            transactions.run(() -> table.again(delivery, worker, due, inOneLine(failure)));
            LOG.log(
                    Level.WARNING,
                    "%s failed, attempt %d of %d, next at %s".formatted(described(delivery), failed, attempts, due),
                    failure);
        }
    }

    private static String described(Delivery delivery) {
        return "Delivery %d of %s for %s to %s"
                .formatted(delivery.id(), delivery.type(), delivery.key(), delivery.observer());
    }

    /** The exception's name and message and its last cause's; without line breaks and NUL, which PostgreSQL refuses. */
    static String inOneLine(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = failure instanceof Undeliverable ? failure.getMessage() : failure.toString();
        String line = (cause == failure ? text : text + "; caused by " + cause).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR) + "…";
    }
}
