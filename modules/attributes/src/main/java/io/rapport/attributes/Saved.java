package io.rapport.attributes;

import io.rapport.access.FieldError;
import java.util.List;

/**
 * What became of offered values: each key stands or falls for itself.
 *
 * @param saved keys that were kept
 * @param changed keys of which the shown value is another one now
 * @param refused keys that were not kept, with the reason
 */
public record Saved(List<String> saved, List<String> changed, List<FieldError> refused) {

    public Saved {
        saved = List.copyOf(saved);
        changed = List.copyOf(changed);
        refused = List.copyOf(refused);
    }
}
