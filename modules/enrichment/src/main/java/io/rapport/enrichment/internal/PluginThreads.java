package io.rapport.enrichment.internal;

import io.rapport.enrichment.internal.PluginCall.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which all code of one plugin runs. They are bounded and end with the plugin, so that neither a plugin
 * that hangs nor what it leaves in thread locals reaches the server's own threads.
 */
final class PluginThreads {

    private static final int WAITING_PER_THREAD = 16;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final ThreadPoolExecutor pool;

    PluginThreads(String name, ClassLoader loader) {
        AtomicInteger number = new AtomicInteger();
        pool =
                new ThreadPoolExecutor(
                        1,
                        1,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_PER_THREAD),
                        work -> thread(work, "plugin-" + name + "-" + number.incrementAndGet(), loader)) {
                    @Override
                    protected void terminated() {
                        ended.complete(null);
                    }
                };
        pool.allowCoreThreadTimeOut(true);
    }

    /** Begins a call; where all threads are taken it waits for one, unless too many wait already. */
    <T> PluginCall<T> submit(Callable<T> work, Duration limit) {
        try {
            pool.purge(); // calls that gave up waiting free their places
            return PluginCall.underWay(pool.submit(() -> outcome(work)), limit);
        } catch (RejectedExecutionException full) {
            return PluginCall.refused(
                    pool.isShutdown()
                            ? "It is being stopped."
                            : "All its threads (" + pool.getMaximumPoolSize() + ") are busy and "
                                    + pool.getQueue().size() + " calls wait for one.");
        }
    }

    void resize(int threads) {
        pool.setMaximumPoolSize(threads);
        pool.setCorePoolSize(threads);
    }

    /** How many threads there are now. */
    int size() {
        return pool.getPoolSize();
    }

    /** Takes no new calls from now on, and cuts off those that wait for a thread; those under way go on. */
    void refuseCalls() {
        pool.shutdown();
        List<Runnable> waiting = new ArrayList<>();
        pool.getQueue().drainTo(waiting);
        waiting.forEach(call -> ((Future<?>) call).cancel(false));
    }

    /** Takes no new calls, lets those under way end for so long, then interrupts them; false if some ignore even that. */
    boolean retire(Duration patience) {
        refuseCalls();
        try {
            if (pool.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
            pool.shutdownNow();
            return pool.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does this when the last thread has ended after all, however late. */
    void whenEnded(Runnable work) {
        ended.thenRun(work);
    }

    private static <T> Outcome<T> outcome(Callable<T> work) {
        try {
            return new Outcome<>(work.call(), null);
        } catch (PluginFailure failure) {
            return new Outcome<>(null, failure.getMessage());
        } catch (Throwable failure) {
            return new Outcome<>(null, FailureText.of(failure));
        }
    }

    /** Without the caller's inheritable thread locals, which would pin the application from the plugin's side. */
    private static Thread thread(Runnable work, String name, ClassLoader loader) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }
}
