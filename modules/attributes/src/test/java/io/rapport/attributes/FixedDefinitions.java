package io.rapport.attributes;

import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Definitions that a test fills; contacts have their name, e-mail and phone. */
public final class FixedDefinitions implements AttributeDefinitions {

    private final List<AttributeDefinition> definitions = new ArrayList<>(List.of(
            builtIn("name", AttributeType.TEXT),
            builtIn("email", AttributeType.EMAIL),
            builtIn("phone", AttributeType.PHONE)));

    /** Declares an attribute of contacts that visitors may write. */
    public FixedDefinitions with(String key, AttributeType type, String... options) {
        return with(key, type, true, options);
    }

    public FixedDefinitions with(String key, AttributeType type, boolean visitorsMayWrite, String... options) {
        definitions.add(new AttributeDefinition(
                TimeOrderedId.next(),
                Subject.Kind.CONTACT,
                key,
                key,
                "",
                type,
                List.of(options),
                "",
                0,
                visitorsMayWrite));
        return this;
    }

    public FixedDefinitions with(AttributeDefinition definition) {
        definitions.add(definition);
        return this;
    }

    /** Nobody declares it any more. */
    public FixedDefinitions without(String key) {
        definitions.removeIf(definition -> definition.key().equals(key));
        return this;
    }

    private static AttributeDefinition builtIn(String key, AttributeType type) {
        return new AttributeDefinition(null, Subject.Kind.CONTACT, key, key, "", type, List.of(), "", 0, true);
    }

    @Override
    public Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
        return definitions.stream()
                .filter(definition ->
                        definition.subject() == subject && definition.key().equals(key))
                .findFirst();
    }

    @Override
    public List<AttributeDefinition> all(Subject.Kind subject) {
        return definitions.stream()
                .filter(definition -> definition.subject() == subject && !definition.builtIn())
                .toList();
    }

    @Override
    public AttributeDefinition create(AttributeDefinition definition) {
        throw new UnsupportedOperationException("tests declare by with(…)");
    }
}
