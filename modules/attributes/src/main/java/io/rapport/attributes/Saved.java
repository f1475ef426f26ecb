package io.rapport.attributes;

import io.rapport.access.FieldError;
import io.rapport.events.AttributeChange;
import java.util.List;

/**
 * What became of offered values: each key stands or falls for itself.
 *
 * @param saved keys that were kept
 * @param changed attributes that show another value now
 * @param refused keys that were not kept, with the reason
 */
public record Saved(List<String> saved, List<AttributeChange> changed, List<FieldError> refused) {

    public Saved {
        saved = List.copyOf(saved);
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }

    /** The keys of what changed. */
    public List<String> changedKeys() {
        return changed.stream().map(AttributeChange::key).toList();
    }
}
