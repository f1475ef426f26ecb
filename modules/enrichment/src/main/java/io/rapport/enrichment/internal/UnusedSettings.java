package io.rapport.enrichment.internal;

import io.rapport.enrichment.PluginStatus;
import io.rapport.spi.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds what an operator set for plugins and nobody reads: a slip of the pen would otherwise leave a plugin silently off. */
final class UnusedSettings {

    private static final String PREFIX = "rapport.plugin.";

    private UnusedSettings() {}

    /**
     * The names that nobody reads, in order. Of a plugin that is off or failed nothing is said, since what it takes is not
     * known.
     *
     * @param names all names that are set, of plugins or not, also as the environment spells them
     */
    static Set<String> among(Iterable<String> names, PluginHost host) {
        Predicate<String> read = readBy(host);
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> spelling(name).startsWith(spelling(PREFIX)))
                .filter(name -> !read.test(spelling(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Predicate<String> readBy(PluginHost host) {
        Set<String> read = host.plugins().stream()
                .flatMap(plugin -> keys(plugin).map(key -> spelling(PREFIX + plugin.id() + "." + key)))
                .collect(Collectors.toSet());
        List<String> unasked = host.statuses().stream()
                .map(PluginStatus::id)
                .filter(Objects::nonNull)
                .filter(id -> host.find(id).isEmpty())
                .map(id -> spelling(PREFIX + id + "."))
                .toList();
        return name -> read.contains(name) || unasked.stream().anyMatch(name::startsWith);
    }

    private static Stream<String> keys(Plugin plugin) {
        return Stream.concat(
                Setting.RESERVED_KEYS.stream(),
                plugin.declaration().settings().stream().map(Setting::key));
    }

    /** The one spelling that a name and its environment variable share (MicroProfile Config, environment mapping). */
    private static String spelling(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
