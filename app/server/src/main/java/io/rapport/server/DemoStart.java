package io.rapport.server;

import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.labelling.RuleSets;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the demo into an empty database: on by default where nobody but this machine can reach the product. */
@WebListener
public class DemoStart implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(DemoStart.class.getName());

    @Inject
    @ConfigProperty(name = "rapport.demo")
    Optional<String> demo;

    @Inject
    @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080")
    String publicUrl;

    @Inject
    Demo content;

    @Inject
    RuleSets ruleSets;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        if (!isOn()) {
            return;
        }
        content.addToEmptyDatabase();
        // Not only after adding: rules are published once the rest is committed, and the server may have died in
        // between.
        if (content.isThere() && ruleSets.inForce() == 0) {
            publish();
        }
    }

    private void publish() {
        try {
            ruleSets.publish(starterRules(), "Starter rules of the demo", 0, Actor.system());
        } catch (Problem outdated) {
            LOG.log(
                    Level.WARNING,
                    "The demo has no starter rules, since its labels were changed: {0}",
                    outdated.errors());
        }
    }

    private static JsonArray starterRules() {
        try (InputStream file = DemoStart.class.getResourceAsStream("demo-rules.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
