package io.rapport.attributes;

import io.rapport.events.AttributeChange;
import java.util.Map;
import java.util.UUID;

/**
 * What came of reading values anew.
 *
 * @param changed by subject, what is shown in another type or marked now
 * @param next the subject after which to go on; null when all were read
 */
public record Reread(Map<UUID, AttributeChange> changed, UUID next) {

    public Reread {
        changed = Map.copyOf(changed);
    }
}
