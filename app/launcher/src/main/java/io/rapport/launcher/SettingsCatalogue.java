package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;

/**
 * The settings that exist, with their defaults.
 *
 * <p>Not read from the file that documents them, since operators write their own values into it; a test compares the two.
 */
final class SettingsCatalogue {
    private static final String PLUGIN_PREFIX = "rapport.plugin.";

    private final Properties defaults = new Properties();

    SettingsCatalogue() {
        try (var file =
                new InputStreamReader(SettingsCatalogue.class.getResourceAsStream("defaults.properties"), UTF_8)) {
            defaults.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys of all settings but those of plugins, which only the plugins know. */
    Set<String> keys() {
        return defaults.stringPropertyNames();
    }

    boolean knows(String key) {
        return keys().contains(key) || key.startsWith(PLUGIN_PREFIX);
    }

    /** The default, empty where there is none or where it depends on other settings. */
    String defaultOf(String key) {
        return defaults.getProperty(key, "");
    }
}
