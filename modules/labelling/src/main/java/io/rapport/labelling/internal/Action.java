package io.rapport.labelling.internal;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import java.util.Objects;

/**
 * What a rule does when its condition holds.
 *
 * @param add true: puts the label on; false: takes it off
 * @param label which label
 * @param of CONVERSATION or CONTACT
 */
record Action(boolean add, LabelId label, Subject.Kind of) {

    Action {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(of, "of");
    }
}
