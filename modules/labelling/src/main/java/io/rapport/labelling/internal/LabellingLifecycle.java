package io.rapport.labelling.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Compiles the rules in force right after the start, so that the first visitor need not wait, and looks after occasions. */
@WebListener
public class LabellingLifecycle implements ServletContextListener {

    private static final Logger LOG = System.getLogger("io.rapport.labelling");
    private static final long PERIOD_MILLIS = 500;

    @Inject
    RulesInForce rules;

    @Inject
    OverdueOccasions overdue;

    @Resource
    ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> looking;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        timer.execute(this::compile);
        looking = timer.scheduleWithFixedDelay(overdue::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        if (looking != null) {
            looking.cancel(false);
        }
    }

    private void compile() {
        try {
            rules.current();
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "The rules in force could not be compiled; the next occasion tries again", failed);
        }
    }
}
