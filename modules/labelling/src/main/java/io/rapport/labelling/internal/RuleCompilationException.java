package io.rapport.labelling.internal;

/** Drools does not take a program that was generated from checked rules: a fault of the generator, not of the author. */
final class RuleCompilationException extends RuntimeException {

    RuleCompilationException(String message, Throwable cause) {
        super(message, cause);
    }
}
