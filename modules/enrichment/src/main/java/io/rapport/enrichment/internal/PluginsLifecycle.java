package io.rapport.enrichment.internal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Starts the plugins with the web application and closes them with it. Not with CDI: while that starts, the server can
 * neither say where it unpacked the WAR nor store the definitions of the attributes that plugins supply.
 */
@WebListener
public class PluginsLifecycle implements ServletContextListener {

    @Inject
    RunningPlugins plugins;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        plugins.start(application.getServletContext());
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        plugins.close();
    }
}
