package io.rapport.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demo into an empty database: on by default where nobody but this machine can reach the product. */
@ApplicationScoped
class DemoStart {

    @Inject
    @ConfigProperty(name = "rapport.demo")
    Optional<String> demo;

    @Inject
    @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080")
    String publicUrl;

    @Inject
    Demo content;

    void start(@Observes @Priority(1_000) @Initialized(ApplicationScoped.class) Object event) {
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
