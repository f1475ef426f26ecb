package io.rapport.launcher.child;

import java.io.IOException;
import java.util.Arrays;

/**
 * The server's process: runs the main class that its first argument names, and ends when its standard input does.
 *
 * <p>The launcher holds the other end of that pipe and never writes to it. However the launcher dies, the operating
 * system closes the pipe, so that no server stays behind on the port.
 */
public final class ServerProcess {
    private static final int LAUNCHER_GONE = 1;

    private ServerProcess() {}

    /** Called by Java; the rest of the arguments are the main class's own. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(ServerProcess::endWithTheLauncher, "watch-launcher");
        watch.setDaemon(true);
        watch.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void endWithTheLauncher() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever sent; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe means the same as its end.
        }
        // Not exit: shutdown hooks might wait for what is gone. Committed data is safe without them.
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }
}
