package io.rapport.desk.internal.live;

import io.rapport.access.SignIns;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes the sockets of sign-ins that expired, or ended on another node: a statement every few seconds while any is open. */
@WebListener
public class SocketWatch implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(SocketWatch.class.getName());
    private static final long PERIOD_SECONDS = 5;

    @Inject
    AgentSockets sockets;

    @Inject
    SignIns signIns;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> looking;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        looking = timer.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    /** A failure would end the watch: it is told, and the next look is tried. */
    private void look() {
        try {
            List<String> open = List.copyOf(sockets.signIns());
            for (int from = 0; from < open.size(); from += SignIns.MOST) {
                Set<String> gone = new HashSet<>(open.subList(from, Math.min(from + SignIns.MOST, open.size())));
                gone.removeAll(signIns.inForce(Set.copyOf(gone)));
                sockets.end(gone);
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Whether agents are still signed in could not be asked", failed);
        }
    }
}
