package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings that exist, with their defaults, read from the file that documents them for operators, so that the two
 * cannot disagree.
 */
final class SettingsCatalogue {
    private static final Pattern DOCUMENTED = Pattern.compile("#\\s?(rapport\\.[A-Za-z0-9.-]+)\\s*=\\s*(.*)");
    private static final String PLUGIN_PREFIX = "rapport.plugin.";

    private final Map<String, String> defaults = new TreeMap<>();

    SettingsCatalogue() {
        var file = SettingsCatalogue.class.getResourceAsStream("rapport.properties");
        try (var reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            reader.lines().map(DOCUMENTED::matcher).forEach(line -> {
                if (line.matches()) {
                    defaults.put(line.group(1), line.group(2).strip());
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String key) {
        return defaults.containsKey(key) || key.startsWith(PLUGIN_PREFIX);
    }

    /** The default, empty where there is none or where it depends on other settings. */
    String defaultOf(String key) {
        return defaults.getOrDefault(key, "");
    }
}
