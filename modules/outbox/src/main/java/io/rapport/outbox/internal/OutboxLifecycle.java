package io.rapport.outbox.internal;

import io.rapport.events.TimeOrderedId;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Starts the dispatcher with the application, last of all, and stops it with it. */
@ApplicationScoped
class OutboxLifecycle {

    /** After everybody's own start, migrations first of all. */
    static final int LAST = 10_000;

    private static final Logger LOG = System.getLogger("io.rapport.outbox");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Dispatcher dispatcher;

    @Inject
    OutboxSettings settings;

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> sweeps;

    void start(@Observes @Priority(LAST) @Initialized(ApplicationScoped.class) Object application) {
        if (settings.paused()) {
            LOG.log(Level.WARNING, "rapport.outbox.paused is true: events are kept, but not delivered after commit");
        } else if (sweeps == null) {
            dispatcher.start(threads, TimeOrderedId.next().toString());
            long millis = settings.sweep().toMillis();
            sweeps = timer.scheduleWithFixedDelay(dispatcher::sweep, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (sweeps != null) {
            sweeps.cancel(false);
            dispatcher.stop(PATIENCE);
        }
    }
}
