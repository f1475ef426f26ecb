package io.rapport.enrichment.internal;

import io.rapport.events.Subject;

/** The plugin interface's subjects in the modules' words, and back. */
final class SubjectKinds {

    private SubjectKinds() {}

    static Subject.Kind of(io.rapport.spi.Subject subject) {
        return switch (subject) {
            case SESSION -> Subject.Kind.SESSION;
            case CONTACT -> Subject.Kind.CONTACT;
            case CONVERSATION -> Subject.Kind.CONVERSATION;
        };
    }

    static io.rapport.spi.Subject of(Subject.Kind kind) {
        return switch (kind) {
            case SESSION -> io.rapport.spi.Subject.SESSION;
            case CONTACT -> io.rapport.spi.Subject.CONTACT;
            case CONVERSATION -> io.rapport.spi.Subject.CONVERSATION;
            case SITE -> throw new IllegalArgumentException("Plugins know nothing about sites.");
        };
    }
}
