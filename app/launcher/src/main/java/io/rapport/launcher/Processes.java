package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What Java's {@link ProcessHandle} cannot do by itself. */
final class Processes {
    private static final long LOOK_AGAIN_MILLISECONDS = 20;

    private Processes() {}

    /** Sends a signal such as {@code INT}; a process that is gone already is no error. */
    static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        // The shell's own kill: there may be no such program.
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid() + " 2>/dev/null")
                .start()
                .waitFor();
    }

    /**
     * Whether a process still does anything. A zombie, which Java calls alive, does not; in a container nobody may ever
     * collect it.
     */
    static boolean alive(ProcessHandle process) {
        return process.isAlive() && !zombie(process);
    }

    private static boolean zombie(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // The state follows the program's name, which may hold blanks and parentheses itself (proc(5)).
            return status.startsWith("Z", status.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // No Linux, or just gone; Java's own answer holds.
            return !process.isAlive();
        }
    }

    /** Waits for the end of a process; false when it lives on after that time. */
    static boolean ended(ProcessHandle process, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (alive(process)) {
            if (System.nanoTime() >= end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLISECONDS);
        }
        return true;
    }
}
