package io.rapport.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One setting of a plugin, described well enough for a form.
 *
 * <p>Operators set it as {@code rapport.plugin.<plugin's id>.<key>}. Immutable: every change gives a new setting.
 */
public final class Setting {

    /** Keys that the server itself reads for every plugin, and that a plugin therefore can't declare. */
    public static final Set<String> RESERVED_KEYS = Set.of("enabled", "time-limit", "threads");

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final String key;
    private final SettingType type;
    private final String label;
    private final String help;
    private final String defaultText;
    private final boolean secret;
    private final boolean required;

    private Setting(
            String key,
            SettingType type,
            String label,
            String help,
            String defaultText,
            boolean secret,
            boolean required) {
        this.key = key;
        this.type = type;
        this.label = label;
        this.help = help;
        this.defaultText = defaultText;
        this.secret = secret;
        this.required = required;
    }

    /**
     * An optional setting without default.
     *
     * @param key {@code [a-z][a-z0-9-]{0,39}}, none of {@link #RESERVED_KEYS}
     * @param label what stands beside the field, 1 to 100 characters
     * @throws IllegalArgumentException if key or label don't fit
     */
    public static Setting of(SettingType type, String key, String label) {
        Objects.requireNonNull(type, "type");
        Checks.matching(KEY, key, "setting's key");
        if (RESERVED_KEYS.contains(key)) {
            throw new IllegalArgumentException("The setting '" + key + "' belongs to the server.");
        }
        return new Setting(key, type, Checks.text(label, 100, "label of the setting " + key), "", null, false, false);
    }

    /** The same setting with an explanation, 1 to 500 characters. */
    public Setting help(String text) {
        String checked = Checks.text(text, 500, "help of the setting " + key);
        return new Setting(key, type, label, checked, defaultText, secret, required);
    }

    /**
     * The same setting with the text that counts where an operator sets nothing.
     *
     * @throws IllegalArgumentException if the text can't be read as the setting's type
     */
    public Setting defaultsTo(String text) {
        try {
            type.read(text);
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "The default of the setting '" + key + "' must be " + type.meaning() + ".", unreadable);
        }
        return new Setting(key, type, label, help, text, secret, required);
    }

    /** The same setting, never shown, logged or sent back. */
    public Setting secret() {
        return new Setting(key, type, label, help, defaultText, true, required);
    }

    /** The same setting, without which the plugin doesn't start. */
    public Setting required() {
        return new Setting(key, type, label, help, defaultText, secret, true);
    }

    /** The key, which follows {@code rapport.plugin.<id>.}. */
    public String key() {
        return key;
    }

    /** How its text is read. */
    public SettingType type() {
        return type;
    }

    /** What stands beside the field. */
    public String label() {
        return label;
    }

    /** An explanation; may be empty, never null. */
    public String help() {
        return help;
    }

    /** The text that counts where nothing is set. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** Whether its value must not be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Whether the plugin can't start without it. */
    public boolean isRequired() {
        return required;
    }
}
