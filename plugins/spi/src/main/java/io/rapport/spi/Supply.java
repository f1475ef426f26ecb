package io.rapport.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A provider's answer: the values it found. Immutable. */
public final class Supply {

    private static final Supply NONE = new Supply(List.of());

    private final List<Value> values;

    private Supply(List<Value> values) {
        this.values = values;
    }

    /** The answer that nothing is known. */
    public static Supply none() {
        return NONE;
    }

    /** An answer of these values; of two for one key the later counts. */
    public static Supply of(Value... values) {
        return new Supply(List.of(values));
    }

    /** Begins an answer. */
    public static Builder builder() {
        return new Builder();
    }

    /** The values, in the order in which they were added. */
    public List<Value> values() {
        return values;
    }

    /** Collects an answer; what is null or blank is left out, so that look-ups read without conditions. */
    public static final class Builder {

        private final List<Value> values = new ArrayList<>();

        private Builder() {}

        /** Adds a value with its marks. */
        public Builder add(Value value) {
            values.add(Objects.requireNonNull(value, "value"));
            return this;
        }

        /** Adds a field of the session, unless null or blank. */
        public Builder session(SessionField field, String content) {
            return isNothing(content) ? this : add(Value.ofSession(field, content));
        }

        /** Adds an attribute of the contact, unless null or blank. */
        public Builder contact(String key, Object content) {
            return isNothing(content) ? this : add(Value.ofContact(key, content));
        }

        /** Adds an attribute of the conversation, unless null or blank. */
        public Builder conversation(String key, Object content) {
            return isNothing(content) ? this : add(Value.ofConversation(key, content));
        }

        /** Ends the answer. */
        public Supply build() {
            return values.isEmpty() ? NONE : new Supply(List.copyOf(values));
        }

        private static boolean isNothing(Object content) {
            return content == null || content instanceof String text && text.isBlank();
        }
    }
}
