package io.rapport.attributes;

import java.util.List;
import java.util.Optional;

/**
 * Where an attribute's value comes from: what every source says at present, and what was shown before.
 *
 * @param key the attribute
 * @param definition empty for an undeclared key
 * @param values in the order of the ladder, the shown one first; empty where nobody has a value
 * @param version of the shown value, as {@link ShownValue#version()}; empty where there is none
 * @param changes the latest first
 */
public record AttributeStory(
        String key,
        Optional<AttributeDefinition> definition,
        List<KeptValue> values,
        Optional<String> version,
        List<ValueChange> changes) {

    public AttributeStory {
        values = List.copyOf(values);
        changes = List.copyOf(changes);
    }

    /** Whether nothing is known of such an attribute, neither now nor from before. */
    public boolean isEmpty() {
        return definition.isEmpty() && values.isEmpty() && changes.isEmpty();
    }
}
