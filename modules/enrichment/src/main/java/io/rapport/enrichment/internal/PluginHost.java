package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.spi.Request;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Loads the plugins at start, asks them, and lets go of them at the end. A broken one is skipped, with the reason. */
final class PluginHost implements AutoCloseable {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PrivateCopies copies;
    private final List<PluginStatus> unreadable;
    private volatile List<Arrival> arrivals;
    private volatile List<Plugin> plugins;

    /**
     * Loads what the folders hold.
     *
     * @param copiesParent where the folder of private copies is made
     */
    PluginHost(PluginFolders folders, PluginSettings settings, Clock clock, Path copiesParent) {
        copies = PrivateCopies.in(copiesParent);
        unreadable = List.copyOf(folders.unreadable());
        arrivals = folders.sources().stream().map(Arrival::new).toList();
        warn(folders);
        load(settings, clock);
        plugins =
                arrivals.stream().flatMap(arrival -> arrival.plugin().stream()).toList();
    }

    private static void warn(PluginFolders folders) {
        folders.unreadable().forEach(folder -> LOG.log(Level.WARNING, folder.reason()));
        folders.writableByOthers()
                .forEach(path -> LOG.log(
                        Level.WARNING,
                        "Every user of this machine may change {0}, and so what the server runs. Mend it with: chmod o-w {0}",
                        path));
    }

    private void load(PluginSettings settings, Clock clock) {
        ClassLoader parent = new SpiOnlyLoader();
        Map<String, PluginSource> taken = new HashMap<>();
        arrivals.forEach(arrival -> arrival.open(copies, parent));
        arrivals.forEach(Arrival::inspect);
        arrivals.forEach(arrival -> arrival.admit(taken, settings));
        arrivals.forEach(arrival -> arrival.create(settings, clock));
        arrivals.forEach(arrival -> arrival.finish(clock));
    }

    /** The plugins at work. */
    List<Plugin> plugins() {
        return plugins;
    }

    /** The plugin of this id, where it is at work. */
    Optional<Plugin> find(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    List<PluginStatus> statuses() {
        return Stream.concat(arrivals.stream().map(Arrival::status), unreadable.stream())
                .toList();
    }

    /** Asks every plugin that supplies something wanted, all at once; takes no longer than the longest time limit. */
    List<Answer> ask(Request known) {
        List<Supplier<Answer>> underWay =
                plugins.stream().flatMap(plugin -> plugin.ask(known).stream()).toList();
        return underWay.stream().map(Supplier::get).toList();
    }

    /**
     * Begins no further call of any plugin, lets those under way end, then closes every plugin; a second time does nothing.
     */
    @Override
    public void close() {
        List<Plugin> closing = leave();
        closing.forEach(Plugin::refuseCalls); // all at once: closing one takes its time
        closing.forEach(PluginHost::close);
        try {
            copies.close();
        } catch (UncheckedIOException left) {
            LOG.log(Level.WARNING, left.getMessage());
        }
    }

    private synchronized List<Plugin> leave() {
        List<Plugin> closing = plugins;
        plugins = List.of();
        arrivals = List.of();
        return closing;
    }

    private static void close(Plugin plugin) {
        try {
            plugin.close(PATIENCE);
        } catch (PluginFailure left) {
            LOG.log(Level.WARNING, "Plugin {0} does not close well: {1}", plugin.id(), left.getMessage());
        }
    }
}
