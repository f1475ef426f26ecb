package io.rapport.server;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demo into an empty database: on by default where nobody but this machine can reach the product. */
@WebListener
public class DemoStart implements ServletContextListener {

    @Inject
    @ConfigProperty(name = "rapport.demo")
    Optional<String> demo;

    @Inject
    @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080")
    String publicUrl;

    @Inject
    Demo content;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        if (isOn()) {
            content.addToEmptyDatabase();
        }
    }

    private boolean isOn() {
        return demo.map("on"::equalsIgnoreCase).orElseGet(this::isLocal);
    }

    private boolean isLocal() {
        String host = URI.create(publicUrl).getHost();
        return host != null && (host.equals("localhost") || host.endsWith(".localhost") || host.equals("127.0.0.1"));
    }
}
