package io.rapport.labelling.internal;

import io.rapport.events.OccasionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;

/**
 * Gives up on providers that let an occasion wait too long: rules then see 'nothing known'. Looks into the table, so that
 * what waited when a server went down is found by the next; nodes that look at the same time wait for each other's row and
 * find it done.
 */
@ApplicationScoped
class OverdueOccasions {

    private static final Logger LOG = System.getLogger("io.rapport.labelling");
    private static final int AT_ONCE = 100;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Inject
    OccasionTable occasions;

    @Inject
    Evaluator evaluator;

    @Inject
    Clock clock;

    /** Looks once; never throws, as the timer that calls it would stop. */
    void look() {
        try {
            occasions.overdue(clock.instant(), AT_ONCE).forEach(this::giveUp);
        } catch (RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "Overdue occasions could not be looked up; trying again", failed);
        }
    }

    private void giveUp(OccasionId id) {
        try {
            evaluator.again(id, true);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Overdue occasion " + id + " could not be evaluated; trying again later", failed);
            occasions.postpone(id, clock.instant().plus(AFTER_FAILURE));
        }
    }
}
