package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.Plugins;
import io.rapport.spi.Request;
import io.rapport.spi.SuppliedAttribute;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.concurrent.CompletableFuture;
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
    AttributeAnnouncement announcement;

    /** Whoever asks before the plugins are loaded waits for them. */
    private final CompletableFuture<PluginHost> host = new CompletableFuture<>();

    /** Loads the plugins that the web application brings and those of the drop folder. */
    void start(ServletContext war) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        PluginSettings settings = new PluginSettings(name -> config.getOptionalValue(name, String.class));
        PluginHost loaded = new PluginHost(folders(war, temporary), settings, clock, temporary);
        loaded.plugins().forEach(this::announceAttributes);
        use(loaded);
    }

    void use(PluginHost loaded) {
        host.complete(loaded);
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

    private PluginFolders folders(ServletContext war, Path temporary) {
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
        return host.join().ask(known);
    }

    /** The plugin of this id, where it is at work. */
    Optional<Plugin> find(String id) {
        return host.join().find(id);
    }

    List<Plugin> atWork() {
        return host.join().plugins();
    }

    @Override
    public List<PluginStatus> statuses() {
        return host.join().statuses();
    }

    @PreDestroy
    void close() {
        host.thenAccept(PluginHost::close);
    }
}
