package io.rapport.enrichment.internal;

import io.rapport.spi.Declaration;
import io.rapport.spi.Setting;
import io.rapport.spi.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code rapport.plugin.<id>.<setting>}: the plugin's own settings and those that the server has for each. */
final class PluginSettings {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_TIME_LIMIT = Duration.ofSeconds(20);
    private static final int THREADS = 4;
    private static final int MOST_THREADS = 32;

    private final Function<String, Optional<String>> configuration;
    private final Duration longest;

    /**
     * @param configuration a setting's text by its full name
     * @param lease how long the outbox lets a look-up hold its row
     */
    PluginSettings(Function<String, Optional<String>> configuration, Duration lease) {
        this.configuration = configuration;
        // A third is left for what comes before and after the call: nobody else may begin the look-up in the meantime.
        this.longest = shorter(LONGEST_TIME_LIMIT, lease.multipliedBy(2).dividedBy(3));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether the plugin should run; yes unless an operator says no. */
    boolean enabled(String id) throws PluginFailure {
        return read(id, "enabled", "true or false", text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                })
                .orElse(true);
    }

    /**
     * How long a call may take; 3 seconds unless set, more than zero and at most 20 seconds, and two thirds of the outbox's
     * lease.
     */
    Duration timeLimit(String id) throws PluginFailure {
        return read(id, "time-limit", meaningOfTimeLimit(), text -> {
                    Duration limit = Duration.parse(text);
                    return accept(limit, limit.toNanos() > 0 && limit.compareTo(longest) <= 0);
                })
                .orElse(shorter(TIME_LIMIT, longest));
    }

    private String meaningOfTimeLimit() {
        String bound = longest.equals(LONGEST_TIME_LIMIT) ? "" : ", two thirds of rapport.outbox.lease,";
        return "a duration up to " + longest + bound + " such as PT2S";
    }

    /** How many calls may run at once; 4 unless set, 1 to 32. */
    int threads(String id) throws PluginFailure {
        return read(id, "threads", "a number from 1 to " + MOST_THREADS, text -> {
                    int threads = Integer.parseInt(text);
                    return accept(threads, threads >= 1 && threads <= MOST_THREADS);
                })
                .orElse(THREADS);
    }

    /** The plugin's own settings. */
    Settings own(String id, Declaration declaration) throws PluginFailure {
        Map<String, String> texts = new HashMap<>();
        for (Setting setting : declaration.settings()) {
            configuration.apply(name(id, setting.key())).ifPresent(text -> texts.put(setting.key(), text));
        }
        try {
            return Settings.read(declaration, texts);
        } catch (IllegalArgumentException unreadable) {
            throw new PluginFailure(unreadable.getMessage() + " Set it as " + name(id, "<setting>") + ".");
        }
    }

    /** What must never stand in a message, since an operator called it secret by setting it. */
    Secrets secrets(String id, Declaration declaration) {
        return new Secrets(declaration.settings().stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> configuration.apply(name(id, setting.key())).stream())
                .toList());
    }

    private <T> Optional<T> read(String id, String key, String meaning, Function<String, T> reader)
            throws PluginFailure {
        Optional<String> text = configuration.apply(name(id, key)).map(String::strip);
        try {
            return text.map(reader);
        } catch (RuntimeException unreadable) {
            throw new PluginFailure(
                    "The setting " + name(id, key) + " must be " + meaning + ", not '" + text.orElse("") + "'.");
        }
    }

    private static <T> T accept(T value, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }

    private static String name(String id, String key) {
        return "rapport.plugin." + id + "." + key;
    }
}
