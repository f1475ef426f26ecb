package io.rapport.labels;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import java.time.Instant;

/**
 * A label on a subject, and how it got there.
 *
 * @param label which
 * @param setBy who put it on, as they were at the time
 * @param setAt when
 * @param occasion the occasion on which a rule put it on; null for people
 * @param why what the rule saw; null for people
 */
public record AssignedLabel(LabelId label, Actor setBy, Instant setAt, OccasionId occasion, Why why) {}
