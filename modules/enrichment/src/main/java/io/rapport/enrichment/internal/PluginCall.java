package io.rapport.enrichment.internal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call under way on a plugin's own thread. */
final class PluginCall<T> {

    private final Future<Outcome<T>> future;
    private final Duration limit;
    private final long end;
    private final String refused;

    private PluginCall(Future<Outcome<T>> future, Duration limit, String refused) {
        this.future = future;
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
        this.refused = refused;
    }

    static <T> PluginCall<T> underWay(Future<Outcome<T>> future, Duration limit) {
        return new PluginCall<>(future, limit, null);
    }

    static <T> PluginCall<T> refused(String reason) {
        return new PluginCall<>(null, Duration.ZERO, reason);
    }

    /**
     * Waits for the result until the time limit, which counts from the start of the call, the wait for a thread included;
     * then interrupts the call.
     */
    T await() throws PluginFailure {
        if (refused != null) {
            throw new PluginFailure(refused);
        }
        try {
            return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .value();
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new PluginFailure("It took longer than its time limit of " + limit.toMillis() + " ms.");
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new PluginFailure("The server stopped waiting for it.");
        } catch (CancellationException | ExecutionException broken) {
            throw new PluginFailure("Its call was cut off.");
        }
    }

    /** What a call left behind on the plugin's side of the border: a value, or the text of what it threw. */
    record Outcome<T>(T result, String failure) {

        T value() throws PluginFailure {
            if (failure != null) {
                throw new PluginFailure(failure);
            }
            return result;
        }
    }
}
