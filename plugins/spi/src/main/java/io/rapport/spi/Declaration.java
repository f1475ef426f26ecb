package io.rapport.spi;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a provider reads, what it may supply, and which settings it takes.
 *
 * <p>The server keeps to it: facts that are not named here are not handed over, values that are not named here are
 * refused, settings that are not named here are not read. Immutable.
 */
public final class Declaration {

    private final String name;
    private final String description;
    private final Set<Fact> reads;
    private final Set<SessionField> sessionFields;
    private final List<SuppliedAttribute> attributes;
    private final List<Setting> settings;

    private Declaration(Builder builder) {
        name = builder.name;
        description = builder.description;
        reads = Collections.unmodifiableSet(EnumSet.copyOf(builder.reads));
        sessionFields = Collections.unmodifiableSet(EnumSet.copyOf(builder.sessionFields));
        attributes = List.copyOf(builder.attributes.values());
        settings = List.copyOf(builder.settings.values());
    }

    /**
     * Begins a declaration.
     *
     * @param name what people call the plugin, 1 to 100 characters
     * @throws IllegalArgumentException if the name doesn't fit
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** What people call the plugin. */
    public String name() {
        return name;
    }

    /** What the plugin does, in a sentence or two; may be empty, never null. */
    public String description() {
        return description;
    }

    /** The facts that requests carry where they are known. */
    public Set<Fact> reads() {
        return reads;
    }

    /** The session's fields that the provider may fill. */
    public Set<SessionField> sessionFields() {
        return sessionFields;
    }

    /** The attributes of contacts and conversations that the provider may supply. */
    public List<SuppliedAttribute> attributes() {
        return attributes;
    }

    /** The settings, in the order in which people should see them. */
    public List<Setting> settings() {
        return settings;
    }

    /** Whether the provider may supply anything about this subject. */
    public boolean supplies(Subject subject) {
        return subject == Subject.SESSION
                ? !sessionFields.isEmpty()
                : attributes.stream().anyMatch(attribute -> attribute.subject() == subject);
    }

    /** Collects a declaration. */
    public static final class Builder {

        private final String name;
        private final Set<Fact> reads = EnumSet.noneOf(Fact.class);
        private final Set<SessionField> sessionFields = EnumSet.noneOf(SessionField.class);
        private final Map<String, SuppliedAttribute> attributes = new LinkedHashMap<>();
        private final Map<String, Setting> settings = new LinkedHashMap<>();
        private String description = "";

        private Builder(String name) {
            this.name = Checks.text(name, 100, "plugin's name");
        }

        /** Says what the plugin does, at most 500 characters. */
        public Builder description(String text) {
            description = Checks.text(text, 500, "plugin's description");
            return this;
        }

        /** Asks for facts. */
        public Builder reads(Fact... facts) {
            reads.addAll(Arrays.asList(facts));
            return this;
        }

        /** Announces fields of the session. */
        public Builder supplies(SessionField... fields) {
            sessionFields.addAll(Arrays.asList(fields));
            return this;
        }

        /**
         * Announces an attribute of contacts or conversations.
         *
         * @throws IllegalArgumentException if that subject's attribute has been announced before
         */
        public Builder supplies(SuppliedAttribute attribute) {
            if (attributes.putIfAbsent(attribute.subject() + " " + attribute.key(), attribute) != null) {
                throw new IllegalArgumentException("The attribute '" + attribute.key() + "' is declared twice.");
            }
            return this;
        }

        /**
         * Announces a setting.
         *
         * @throws IllegalArgumentException if a setting with that key has been announced before
         */
        public Builder setting(Setting setting) {
            if (settings.putIfAbsent(setting.key(), setting) != null) {
                throw new IllegalArgumentException("The setting '" + setting.key() + "' is declared twice.");
            }
            return this;
        }

        /**
         * Ends the declaration.
         *
         * @throws IllegalArgumentException if it reads nothing or supplies nothing
         */
        public Declaration build() {
            if (reads.isEmpty()) {
                throw new IllegalArgumentException("A plugin must read at least one fact.");
            }
            if (sessionFields.isEmpty() && attributes.isEmpty()) {
                throw new IllegalArgumentException("A plugin must supply at least one field or attribute.");
            }
            return new Declaration(this);
        }
    }
}
