package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subject's labels changed, or a proposal was turned down.
 *
 * @param subject whose labels
 * @param occasion the occasion that proposed; null when a person did it
 * @param added now on
 * @param removed now off
 * @param suppressed proposed, but not put on
 * @param actor who did it
 * @param at when
 */
@Recorded("labelsApplied")
public record LabelsApplied(
        Subject subject,
        OccasionId occasion,
        List<LabelId> added,
        List<LabelId> removed,
        List<SuppressedLabel> suppressed,
        Actor actor,
        Instant at)
        implements DomainEvent {

    public LabelsApplied {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        suppressed = List.copyOf(suppressed);
    }

    @Override
    public UUID key() {
        return subject.id();
    }
}
