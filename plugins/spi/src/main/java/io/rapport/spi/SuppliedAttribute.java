package io.rapport.spi;

import java.util.Objects;
import java.util.regex.Pattern;

/** An attribute of contacts or conversations that a provider says it may supply. */
public final class SuppliedAttribute {

    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_]{0,63}");

    private final Subject subject;
    private final String key;
    private final String name;
    private final ValueType type;

    private SuppliedAttribute(Subject subject, String key, String name, ValueType type) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.key = Checks.matching(KEY, key, "attribute key");
        this.name = Checks.text(name, 100, "name of the attribute " + key);
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * An attribute of the contact.
     *
     * @param key the attribute's key, {@code [a-z][a-zA-Z0-9_]{0,63}}
     * @param name what people read, 1 to 100 characters
     * @param type the type of its values
     * @throws IllegalArgumentException if key or name don't fit
     */
    public static SuppliedAttribute ofContact(String key, String name, ValueType type) {
        return new SuppliedAttribute(Subject.CONTACT, key, name, type);
    }

    /** An attribute of the conversation; parameters and errors as for {@link #ofContact}. */
    public static SuppliedAttribute ofConversation(String key, String name, ValueType type) {
        return new SuppliedAttribute(Subject.CONVERSATION, key, name, type);
    }

    /** Contact or conversation. */
    public Subject subject() {
        return subject;
    }

    /** The attribute's key. */
    public String key() {
        return key;
    }

    /** What people read. */
    public String name() {
        return name;
    }

    /** The type of its values. */
    public ValueType type() {
        return type;
    }
}
