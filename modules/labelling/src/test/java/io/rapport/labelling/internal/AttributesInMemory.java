package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attribute definitions for tests. */
final class AttributesInMemory implements AttributeDefinitions {

    private final List<AttributeDefinition> definitions = new ArrayList<>();

    AttributesInMemory with(Subject.Kind subject, String key, AttributeType type, String... options) {
        create(new AttributeDefinition(
                UUID.randomUUID(), subject, key, key, "", type, List.of(options), "", definitions.size(), false));
        return this;
    }

    @Override
    public Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
        return all(subject).stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst();
    }

    @Override
    public List<AttributeDefinition> all(Subject.Kind subject) {
        return definitions.stream()
                .filter(definition -> definition.subject() == subject)
                .toList();
    }

    @Override
    public AttributeDefinition create(AttributeDefinition definition) {
        definitions.add(definition);
        return definition;
    }
}
