package io.rapport.labelling.internal;

/**
 * An occasion that was evaluated before.
 *
 * @param occasion what it is about
 * @param facts what it went by, without the message's text
 * @param hasDecided whether rules matched
 */
record RecordedOccasion(Occasion occasion, Facts facts, boolean hasDecided) {}
