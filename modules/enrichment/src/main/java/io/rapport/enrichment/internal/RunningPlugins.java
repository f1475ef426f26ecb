package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.Plugins;
import io.rapport.outbox.NotYet;
import io.rapport.outbox.Outbox;
import io.rapport.spi.Request;
import io.rapport.spi.SuppliedAttribute;
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
import org.eclipse.microprofile.config.Config;

/**
 * Keeps the plugins for as long as the application runs. Who asks them before they have started, or when they are closing,
 * gets a NotYet rather than an answer that would pass for 'nothing known'.
 */
@ApplicationScoped
class RunningPlugins implements Plugins {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");

    @Inject
    Config config;

    @Inject
    Clock clock;

    @Inject
    Outbox outbox;

    @Inject
    AttributeAnnouncement announcement;

    private volatile PluginHost host;

    void start(ServletContext war) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        PluginSettings settings =
                new PluginSettings(name -> config.getOptionalValue(name, String.class), outbox.lease());
        PluginHost started = new PluginHost(folders(war, temporary), settings, clock, temporary);
        started.plugins().forEach(this::announceAttributes);
        UnusedSettings.among(config.getPropertyNames(), started)
                .forEach(name -> LOG.log(Level.WARNING, "No plugin takes the setting {0}; is it spelled right?", name));
        use(started);
    }

    void use(PluginHost started) {
        host = started;
    }

    void close() {
        PluginHost closing = host;
        host = null;
        if (closing != null) {
            closing.close();
        }
    }

    /** Asks every plugin that supplies something wanted; takes no longer than the longest time limit. */
    List<Answer> ask(Request known) {
        List<Answer> answers = running().ask(known);
        running();
        return answers;
    }

    /** Asks one plugin; empty where it supplies nothing that is wanted. */
    Optional<Answer> ask(Plugin plugin, Request known) {
        Optional<Answer> answer = plugin.answer(known);
        running(); // who was cut off by the end says nothing of the plugin
        return answer;
    }

    /** The plugin of this id, where it is at work. */
    Optional<Plugin> find(String id) {
        return running().find(id);
    }

    /** The plugins at work; none before the start and after the end. */
    List<Plugin> atWork() {
        PluginHost current = host;
        return current == null ? List.of() : current.plugins();
    }

    @Override
    public List<PluginStatus> statuses() {
        PluginHost current = host;
        return current == null ? List.of() : current.statuses();
    }

    private PluginHost running() {
        PluginHost current = host;
        if (current == null) {
            throw new NotYet("The plugins are starting or closing.");
        }
        return current;
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
}
