package io.rapport.labelling.internal;

import io.rapport.events.Actor;
import jakarta.json.JsonArray;
import java.time.Instant;

/**
 * A published set of rules; never changed.
 *
 * @param number from 1
 * @param rules as RuleWriter writes them
 * @param note why it was published; may be empty
 * @param basedOn the revision that its author saw; 0 for none
 * @param author who published it
 */
record Revision(long number, JsonArray rules, String note, long basedOn, Actor author, Instant publishedAt) {}
