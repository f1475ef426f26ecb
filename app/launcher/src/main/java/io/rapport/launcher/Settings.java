package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings as the operator gave them: system properties before environment before the file that RAPPORT_CONFIG
 * names before the documented defaults.
 */
final class Settings {
    private static final String PREFIX = "rapport.";
    private static final String ENVIRONMENT_PREFIX = "RAPPORT_";
    private static final String FILE_KEY = "rapport.config";

    /** What Kubernetes adds for a service called rapport, or rapport-something: names, and for two of them values. */
    private static final Pattern SERVICE_LINK = Pattern.compile("RAPPORT_(?:[A-Z0-9_]+_)?(?:"
            + "SERVICE_HOST=.*"
            + "|SERVICE_PORT(?:_[A-Z0-9_]+)?=\\d+"
            + "|PORT=(?:tcp|udp|sctp)://.*"
            + "|PORT_\\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?=.*)");

    private final SettingsCatalogue catalogue = new SettingsCatalogue();
    private final Map<String, String> file = new TreeMap<>();
    private final Map<String, String> system = new TreeMap<>();
    private final Map<String, String> environment;
    private final Set<String> serviceLinks = new TreeSet<>();

    private Settings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Reads all sources and refuses settings that do not exist. */
    static Settings load(Properties system, Map<String, String> environment) throws StartFailure {
        var settings = new Settings(environment);
        settings.checkEnvironment();
        settings.take(system, settings.system, "the system properties");
        Optional<String> file = settings.fileName();
        if (file.isPresent()) {
            settings.take(read(Path.of(file.get())), settings.file, file.get());
        }
        return settings;
    }

    private Optional<String> fileName() {
        String byProperty = system.remove(FILE_KEY);
        return present(byProperty).or(() -> present(environment.get(environmentName(FILE_KEY))));
    }

    private static Properties read(Path file) throws StartFailure {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(
                    "The settings file %s cannot be read (%s): correct RAPPORT_CONFIG or the file.".formatted(file, e),
                    e);
        }
    }

    private void checkEnvironment() throws StartFailure {
        Set<String> known =
                catalogue.keys().stream().map(Settings::environmentName).collect(Collectors.toSet());
        known.add(environmentName(FILE_KEY));
        for (String name : new TreeSet<>(environment.keySet())) {
            // The settings of plugins are checked by those who know the plugins.
            boolean ours = name.startsWith(ENVIRONMENT_PREFIX) && !name.startsWith(ENVIRONMENT_PREFIX + "PLUGIN_");
            if (!ours || known.contains(name)) {
                continue;
            }
            if (!SERVICE_LINK.matcher(name + "=" + environment.get(name)).matches()) {
                throw unknown(name, "the environment");
            }
            serviceLinks.add(name);
        }
    }

    private void take(Properties source, Map<String, String> target, String where) throws StartFailure {
        for (String key : source.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                if (!catalogue.knows(key) && !key.equals(FILE_KEY)) {
                    throw unknown(key, where);
                }
                target.put(key, source.getProperty(key).strip());
            }
        }
    }

    private static StartFailure unknown(String name, String where) {
        return new StartFailure("There is no setting %s (found in %s): deploy/rapport.properties lists them all."
                .formatted(name, where));
    }

    /** The keys of all settings but those of plugins. */
    Set<String> keys() {
        return catalogue.keys();
    }

    /** The variables of the environment that are no settings, but Kubernetes' links to a service of this name; sorted. */
    Set<String> serviceLinks() {
        return serviceLinks;
    }

    /** What the operator set, without the defaults. */
    Optional<String> given(String key) {
        return present(system.get(key))
                .or(() -> present(environment.get(environmentName(key))))
                .or(() -> present(file.get(key)));
    }

    Optional<String> find(String key) {
        return given(key).or(() -> present(catalogue.defaultOf(key)));
    }

    String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(key + " has no default"));
    }

    /** A whole number within bounds. */
    int number(String key, int least, int most) throws StartFailure {
        try {
            int value = Integer.parseInt(get(key));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // The answer below names the value and the bounds; the exception's own text adds nothing.
        }
        throw broken(key, "a whole number from %d to %d".formatted(least, most));
    }

    StartFailure broken(String key, String wanted) {
        return new StartFailure(
                "%s is '%s' but must be %s.".formatted(key, find(key).orElse(""), wanted));
    }

    /** Everything the operator set, as environment variables for the server. */
    Map<String, String> asEnvironment() {
        var variables = new TreeMap<String, String>();
        for (Map<String, String> source : java.util.List.of(file, system)) {
            source.keySet().forEach(key -> given(key).ifPresent(value -> variables.put(environmentName(key), value)));
        }
        return variables;
    }

    /** How MicroProfile Config spells a key in the environment. */
    static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
