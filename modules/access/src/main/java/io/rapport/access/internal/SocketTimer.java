package io.rapport.access.internal;

import io.rapport.access.LiveSockets;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The one timer that looks after all sockets. */
@WebListener
public class SocketTimer implements ServletContextListener {

    private static final long PERIOD_SECONDS = 1;

    @Inject
    LiveSockets sockets;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> looking;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        // Also checks the setting while the server starts, and not when the first agent comes.
        sockets.look();
        looking = timer.scheduleWithFixedDelay(sockets::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
