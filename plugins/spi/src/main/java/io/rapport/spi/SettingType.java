package io.rapport.spi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/** The type of a setting, which decides how its text is read; later versions may add types. */
public enum SettingType {
    /** Any text. */
    TEXT("text", text -> text),
    /** A whole number from -2³¹ to 2³¹-1. */
    INTEGER("a whole number such as 50", Integer::valueOf),
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false", SettingType::truth),
    /** An ISO 8601 duration such as {@code PT2S}. */
    DURATION("an ISO 8601 duration such as PT2S", Duration::parse),
    /** The path of a file or folder on the server. */
    FILE("a path", Path::of),
    /** An absolute address such as {@code https://crm.example/api}. */
    ADDRESS("an absolute address such as https://crm.example/api", SettingType::absolute);

    private final String meaning;
    private final Function<String, Object> reader;

    SettingType(String meaning, Function<String, Object> reader) {
        this.meaning = meaning;
        this.reader = reader;
    }

    /** What a person should write, such as 'a whole number such as 50'. */
    public String meaning() {
        return meaning;
    }

    Object read(String text) {
        return reader.apply(text);
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object absolute(String text) {
        URI address = URI.create(text);
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }
}
