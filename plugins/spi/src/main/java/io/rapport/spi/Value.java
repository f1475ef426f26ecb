package io.rapport.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One value that a provider found. Immutable: every mark gives a new value.
 *
 * <p>Nothing found is said by leaving the value out, so content is never null.
 */
public final class Value {

    private final Subject subject;
    private final String key;
    private final Object content;
    private final boolean estimated;
    private final boolean unverified;
    private final Fact foundBy;
    private final Instant time;

    private Value(
            Subject subject,
            String key,
            Object content,
            boolean estimated,
            boolean unverified,
            Fact foundBy,
            Instant time) {
        this.subject = subject;
        this.key = Objects.requireNonNull(key, "key");
        this.content = Objects.requireNonNull(content, () -> "The value of '" + key + "' is null; leave it out.");
        this.estimated = estimated;
        this.unverified = unverified;
        this.foundBy = foundBy;
        this.time = time;
    }

    /** A field of the session. */
    public static Value ofSession(SessionField field, String content) {
        return new Value(Subject.SESSION, field.key(), content, false, false, null, null);
    }

    /**
     * An attribute of the contact.
     *
     * @param key the attribute's key, as declared
     * @param content a {@link String}, {@link Number} or {@link Boolean}, as the declared type wants it
     */
    public static Value ofContact(String key, Object content) {
        return new Value(Subject.CONTACT, key, content, false, false, null, null);
    }

    /** An attribute of the conversation; parameters as for {@link #ofContact}. */
    public static Value ofConversation(String key, Object content) {
        return new Value(Subject.CONVERSATION, key, content, false, false, null, null);
    }

    /** The same value, marked as an estimate: shown as such. */
    public Value estimated() {
        return new Value(subject, key, content, true, unverified, foundBy, time);
    }

    /** The same value, marked as found by something that nobody has proven: rules ignore it unless they ask for it. */
    public Value unverified() {
        return new Value(subject, key, content, estimated, true, foundBy, time);
    }

    /**
     * The same value with the identifier it was found by; the server marks it as unverified where that identifier is.
     * Without this, a value about a contact or conversation counts as unverified as soon as one identifier of the
     * request is.
     */
    public Value foundBy(Fact fact) {
        return new Value(subject, key, content, estimated, unverified, Objects.requireNonNull(fact, "fact"), time);
    }

    /** The same value with the time since which the source has held it; without, the time of the call counts. */
    public Value asOf(Instant sourceTime) {
        return new Value(
                subject,
                key,
                content,
                estimated,
                unverified,
                foundBy,
                Objects.requireNonNull(sourceTime, "sourceTime"));
    }

    /** What the value is about. */
    public Subject subject() {
        return subject;
    }

    /** The key of the attribute or, about a session, {@link SessionField#key()}. */
    public String key() {
        return key;
    }

    /** The value itself, never null. */
    public Object content() {
        return content;
    }

    /** Whether it is an estimate. */
    public boolean isEstimated() {
        return estimated;
    }

    /** Whether the provider itself calls it unverified. */
    public boolean isUnverified() {
        return unverified;
    }

    /** The identifier it was found by, where the provider said so. */
    public Optional<Fact> foundBy() {
        return Optional.ofNullable(foundBy);
    }

    /** Since when the source has held it, where the provider said so. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }
}
