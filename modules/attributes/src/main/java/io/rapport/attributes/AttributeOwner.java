package io.rapport.attributes;

import io.rapport.events.Subject;

/** Keeps the values of one sort of subject: a bean of the module that owns the subjects. */
public interface AttributeOwner {

    /** What its subjects are. */
    Subject.Kind subject();

    AttributeValues values();
}
