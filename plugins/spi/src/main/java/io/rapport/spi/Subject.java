package io.rapport.spi;

/** What a value is about. */
public enum Subject {
    /** One visit in one browser; it has only the fields of {@link SessionField}. */
    SESSION,
    /** The person. */
    CONTACT,
    /** One conversation of that person. */
    CONVERSATION
}
