package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.events.Subject;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions as they were when they were read: by subject and key, in panel order. */
record DefinitionsSnapshot(Map<Subject.Kind, Map<String, AttributeDefinition>> bySubject) {

    private static final Comparator<AttributeDefinition> PANEL_ORDER = Comparator.comparing(AttributeDefinition::group)
            .thenComparingInt(AttributeDefinition::position)
            .thenComparing(AttributeDefinition::key);

    static DefinitionsSnapshot of(List<Definition> definitions) {
        Map<Subject.Kind, Map<String, AttributeDefinition>> bySubject = new EnumMap<>(Subject.Kind.class);
        definitions.stream()
                .map(Definition::seen)
                .sorted(PANEL_ORDER)
                .forEach(definition -> bySubject
                        .computeIfAbsent(definition.subject(), none -> new LinkedHashMap<>())
                        .put(definition.key(), definition));
        return new DefinitionsSnapshot(bySubject);
    }

    Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
        return Optional.ofNullable(bySubject.getOrDefault(subject, Map.of()).get(key));
    }

    List<AttributeDefinition> all(Subject.Kind subject) {
        return List.copyOf(bySubject.getOrDefault(subject, Map.of()).values());
    }
}
