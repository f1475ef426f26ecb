package io.rapport.labels.internal;

import io.rapport.events.LabelId;
import io.rapport.events.SuppressedLabel;
import java.util.Map;
import java.util.Set;

/**
 * How things stand with one subject when its labels are to change.
 *
 * @param standing the labels that it carries
 * @param overrides the labels that no rule may put on, with the id of who said so
 * @param takenOffLater the labels that occasions after the evaluated one took off, with the id of the rule that did
 * @param recorded what the evaluated occasion already recorded as suppressed
 */
public record Situation(
        Map<LabelId, Standing> standing,
        Map<LabelId, String> overrides,
        Map<LabelId, String> takenOffLater,
        Set<SuppressedLabel> recorded) {}
