package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.Plugins;
import io.rapport.spi.Request;
import io.rapport.spi.SuppliedAttribute;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Keeps the plugins for as long as the application runs. */
@ApplicationScoped
class RunningPlugins implements Plugins {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");

    @Inject
    Config config;

    @Inject
    Clock clock;

    @Inject
    ServletContext war;

    @Inject
    AttributeAnnouncement announcement;

    PluginHost host;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        PluginSettings settings = new PluginSettings(name -> config.getOptionalValue(name, String.class));
        host = new PluginHost(folders(temporary), settings, clock, temporary);
        host.plugins().forEach(this::announceAttributes);
    }

    private void announceAttributes(Plugin plugin) {
        for (SuppliedAttribute attribute : plugin.declaration().attributes()) {
            try {
                announcement.announce(
                        attribute, "the plugin " + plugin.declaration().name());
            } catch (RuntimeException refused) {
                // Another node may have been faster, or the definition does not fit: the owner then refuses its values.
                LOG.log(Level.WARNING, "The attribute " + attribute.key() + " could not be declared", refused);
            }
        }
    }

    private PluginFolders folders(Path temporary) {
        Optional<Path> drop =
                config.getOptionalValue("rapport.plugins", String.class).map(Path::of);
        try {
            Path bundled = BundledPlugins.folder(war, temporary).orElse(null);
            return new PluginFolders(bundled, drop.map(List::of).orElse(List.of()));
        } catch (IOException failed) {
            throw new UncheckedIOException("The plugins that the server brings can't be copied out", failed);
        }
    }

    /** Asks every plugin that supplies something wanted; takes no longer than the longest time limit. */
    List<Answer> ask(Request known) {
        return host.ask(known);
    }

    /** The plugin of this id, where it is at work. */
    Optional<Plugin> find(String id) {
        return host.find(id);
    }

    List<Plugin> atWork() {
        return host.plugins();
    }

    @Override
    public List<PluginStatus> statuses() {
        return host.statuses();
    }

    @PreDestroy
    void close() {
        if (host != null) {
            host.close();
        }
    }
}
