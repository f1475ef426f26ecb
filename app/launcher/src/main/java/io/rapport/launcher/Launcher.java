package io.rapport.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts Rapport, waits, and stops it on SIGTERM or Ctrl-C.
 *
 * <p>Exit code: 143 after SIGTERM and 130 after Ctrl-C, as usual for programs on Java; 1 when Rapport could not start or
 * go on.
 */
public final class Launcher {
    // Held here, since loggers that nobody holds forget their level.
    private static final Logger PROGRAMS = Logger.getLogger("io.zonky");

    private final Thread main = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Console console = new Console(System.out, System.err);
    private boolean closing;
    private boolean asked;

    private Launcher() {}

    /** Called by Java; there are no arguments, every setting is a system property, in the environment, or in a file. */
    public static void main(String[] arguments) {
        PROGRAMS.setLevel(Level.WARNING);
        var launcher = new Launcher();
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop"));
        launcher.run();
        System.exit(1);
    }

    private void run() {
        try (var instance = new Instance(console)) {
            try {
                instance.run();
            } catch (StartFailure e) {
                tell(e);
            } catch (InterruptedException e) {
                // Asked to stop.
            } finally {
                beginClosing();
            }
        } catch (StartFailure e) {
            tell(e);
        } finally {
            closed.countDown();
        }
    }

    private synchronized void tell(StartFailure failure) {
        if (!asked) {
            console.warn(failure.getMessage());
        }
    }

    /** From here on the main thread is not interrupted any more: it is stopping everything already. */
    private synchronized void beginClosing() {
        closing = true;
        Thread.interrupted();
        if (asked) {
            console.say("Stopping ...");
        }
    }

    /** Runs while Java shuts down: leaves the work to the main thread, which knows how far the start has come. */
    private void stop() {
        synchronized (this) {
            if (!closing) {
                asked = true;
                main.interrupt();
            }
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
