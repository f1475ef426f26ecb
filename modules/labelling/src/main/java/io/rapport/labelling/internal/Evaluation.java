package io.rapport.labelling.internal;

import io.rapport.events.ContactId;

/**
 * An occasion and what came of it.
 *
 * @param contact whose conversation it was; null when none is known
 */
record Evaluation(Occasion occasion, ContactId contact, Evaluated evaluated) {

    /** Whether rules want anything. */
    boolean decides() {
        return !evaluated.matched().isEmpty();
    }
}
