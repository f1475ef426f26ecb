package io.rapport.launcher;

/** Rapport cannot start or go on; the message is one line for the operator and says how to mend it. */
public final class StartFailure extends Exception {
    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
