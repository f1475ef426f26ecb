package io.rapport.labelling.internal;

import java.time.Instant;
import java.util.List;

/**
 * What came of an evaluation.
 *
 * @param revision the revision of the rules
 * @param facts what it went by
 * @param matched the rules that count, in order
 * @param at when it was done
 */
record Evaluated(long revision, Facts facts, List<Rule> matched, Instant at) {}
