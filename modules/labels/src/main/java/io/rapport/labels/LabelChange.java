package io.rapport.labels;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import java.time.Instant;
import java.util.UUID;

/**
 * A label that went on or off a subject, or was proposed and not put on.
 *
 * @param id names the change; later ones have greater ids (RFC 9562, version 7)
 * @param label which label
 * @param action added, removed or suppressed
 * @param reason in one word why it was suppressed or removed by something else than a person's wish; else null
 * @param instead the id of what stood in its way or took its place: a label, a rule or an agent; null where nothing did
 * @param by who did it, as they were at the time
 * @param at when
 * @param why what the rule saw that put it on; null for people, and once the label has gone or was put on anew
 */
public record LabelChange(
        UUID id, LabelId label, String action, String reason, String instead, Actor by, Instant at, Why why) {}
