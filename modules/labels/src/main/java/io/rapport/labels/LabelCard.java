package io.rapport.labels;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import java.util.Set;

/**
 * A label as other modules see it.
 *
 * @param id the label
 * @param name as typed, 1 to 100 characters
 * @param colour {@code #rrggbb}
 * @param description what it is for; empty when nobody said
 * @param appliesTo what it may be put on
 * @param archived hidden from pickers, kept in history
 * @param exclusiveScope the folded scope of which a subject carries one label at a time; null where the label has no
 *     scope or the scope allows several
 */
public record LabelCard(
        LabelId id,
        String name,
        String colour,
        String description,
        Set<Subject.Kind> appliesTo,
        boolean archived,
        String exclusiveScope) {

    public LabelCard {
        appliesTo = Set.copyOf(appliesTo);
    }
}
