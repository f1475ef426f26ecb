package io.rapport.outbox.internal;

import io.rapport.events.TimeOrderedId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts the dispatcher with the web application and stops it with it: after everybody's own start, migrations first of
 * all, which is done when CDI starts (while managed threads are not there yet), and before data sources go.
 */
@WebListener
public class OutboxLifecycle implements ServletContextListener {

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

    @Override
    public void contextInitialized(ServletContextEvent application) {
        if (settings.paused()) {
            LOG.log(Level.WARNING, "rapport.outbox.paused is true: events are kept, but not delivered after commit");
            return;
        }
        dispatcher.start(threads, TimeOrderedId.next().toString());
        long millis = settings.sweep().toMillis();
        sweeps = timer.scheduleWithFixedDelay(dispatcher::sweep, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        if (sweeps != null) {
            sweeps.cancel(false);
            dispatcher.stop(PATIENCE);
        }
    }
}
