package io.rapport.launcher;

import java.io.PrintStream;

/** What the operator reads on the terminal. */
final class Console {
    private final PrintStream out;
    private final PrintStream errors;

    Console(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        errors.println("rapport: " + line);
    }
}
