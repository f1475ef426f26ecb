package io.rapport.spi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one plugin, read and checked.
 *
 * <p>Asking for a key that isn't declared, or as another type than declared, throws {@link IllegalArgumentException}.
 * Immutable.
 */
public final class Settings {

    private final Set<String> declared;
    private final Map<String, Object> values;

    private Settings(Set<String> declared, Map<String, Object> values) {
        this.declared = declared;
        this.values = values;
    }

    /**
     * Reads settings as the server does; made public for the tests of plugins.
     *
     * @param declaration says which settings there are
     * @param texts what an operator set, by key without the prefix; blank counts as not set, undeclared keys are left
     *     out
     * @throws IllegalArgumentException if a required setting is missing or one can't be read; the message names the key
     *     and never a secret's value
     */
    public static Settings read(Declaration declaration, Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<String> declared = new HashSet<>();
        for (Setting setting : declaration.settings()) {
            declared.add(setting.key());
            Optional.ofNullable(texts.get(setting.key()))
                    .filter(text -> !text.isBlank())
                    .or(setting::defaultText)
                    .ifPresentOrElse(
                            text -> values.put(setting.key(), value(setting, text)), () -> refuseMissing(setting));
        }
        return new Settings(Set.copyOf(declared), Map.copyOf(values));
    }

    /** The value of a {@link SettingType#TEXT} setting. */
    public Optional<String> text(String key) {
        return get(key, String.class);
    }

    /** The value of an {@link SettingType#INTEGER} setting. */
    public Optional<Integer> integer(String key) {
        return get(key, Integer.class);
    }

    /** The value of a {@link SettingType#BOOLEAN} setting. */
    public Optional<Boolean> truth(String key) {
        return get(key, Boolean.class);
    }

    /** The value of a {@link SettingType#DURATION} setting. */
    public Optional<Duration> duration(String key) {
        return get(key, Duration.class);
    }

    /** The value of a {@link SettingType#FILE} setting; nothing is said about whether the file exists. */
    public Optional<Path> file(String key) {
        return get(key, Path.class);
    }

    /** The value of an {@link SettingType#ADDRESS} setting. */
    public Optional<URI> address(String key) {
        return get(key, URI.class);
    }

    /** The keys that have a value; the values stay hidden, since some are secret. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }

    private <T> Optional<T> get(String key, Class<T> type) {
        if (!declared.contains(key)) {
            throw new IllegalArgumentException("The setting '" + key + "' is not declared.");
        }
        Object value = values.get(key);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "The setting '" + key + "' is declared with another type than " + type.getSimpleName() + ".");
        }
        return Optional.ofNullable(type.cast(value));
    }

    private static Object value(Setting setting, String text) {
        try {
            return setting.type().read(text.strip());
        } catch (RuntimeException unreadable) {
            String given = setting.isSecret() ? "" : ", not '" + text + "'";
            throw new IllegalArgumentException("The setting '" + setting.key() + "' must be "
                    + setting.type().meaning() + given + ".");
        }
    }

    private static void refuseMissing(Setting setting) {
        if (setting.isRequired()) {
            throw new IllegalArgumentException("The setting '" + setting.key() + "' is required but not set.");
        }
    }
}
