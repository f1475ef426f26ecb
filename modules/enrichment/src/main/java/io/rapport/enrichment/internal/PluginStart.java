package io.rapport.enrichment.internal;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Loads the plugins with the web application, which holds the bundled ones; the migrations were run before. */
@WebListener
public class PluginStart implements ServletContextListener {

    @Inject
    RunningPlugins plugins;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        plugins.start(application.getServletContext());
    }
}
