package io.rapport.launcher.dummy;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Part of an application that cannot be deployed. */
@WebListener
public class DummyFailure implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        throw new IllegalStateException("migrating failed", new IllegalArgumentException("the schema is broken"));
    }
}
