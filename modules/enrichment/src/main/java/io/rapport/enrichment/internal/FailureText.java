package io.rapport.enrichment.internal;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import java.util.regex.Pattern;

/**
 * Says in plain words what a plugin threw: {@link #of} on the plugin's own thread, since reading a message may run code of
 * the plugin; {@link #readable} wherever it is shown.
 */
final class FailureText {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 5;
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$./]+");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private FailureText() {}

    /** All that it says, secrets included: not to be shown before {@link #readable}. */
    static String of(Throwable failure) {
        try {
            return describe(failure, 0);
        } catch (Throwable evenItsMessageFails) {
            return failure.getClass().getName();
        }
    }

    /** In one line of bounded length. Secrets go first: of one that is cut or folded, the rest would no longer be found. */
    static String readable(String text, Secrets secrets) {
        String line = CONTROLS.matcher(secrets.hide(text)).replaceAll(" ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }

    private static String describe(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        if (failure instanceof ServiceConfigurationError || failure instanceof ExceptionInInitializerError) {
            return cause == null || depth == DEEPEST ? configuration(failure) : describe(cause, depth + 1);
        }
        if (failure instanceof UnsupportedClassVersionError) {
            return "It is compiled for a newer Java than the server runs on, which is "
                    + Runtime.version().feature() + ".";
        }
        if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
            return missing(failure);
        }
        if (failure instanceof LinkageError) {
            return "Its classes don't fit together or don't fit this server: " + named(failure);
        }
        return failure.getClass() == IOException.class || failure.getClass() == IllegalArgumentException.class
                ? orName(failure)
                : named(failure);
    }

    private static String configuration(Throwable failure) {
        return "Its entry in META-INF/services is wrong: " + orName(failure);
    }

    private static String missing(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return CLASS_NAME.matcher(message).matches()
                ? "It needs the class " + message.replace('/', '.') + ", which is in none of its jars."
                : named(failure);
    }

    /** An exception whose message is written for people, without its type. */
    private static String orName(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String named(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
