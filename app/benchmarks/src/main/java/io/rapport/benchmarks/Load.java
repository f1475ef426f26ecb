package io.rapport.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** The same work done over and over by a number of connections for a time. */
final class Load {

    /** One piece of work. */
    interface Work {
        void once() throws Exception;
    }

    /**
     * What came of it.
     *
     * @param perSecond pieces of work a second, all connections together
     * @param p50 median time of a piece in milliseconds
     * @param p99 99th percentile in milliseconds
     */
    record Result(double perSecond, double p50, double p99) {}

    private Load() {}

    /**
     * Runs the work. With a rate, the connections' pieces are due one after the other at even distances: connections that
     * all began at once would measure a burst of as many pieces as there are connections, over and over.
     *
     * @param perSecond at most so many pieces a second, all connections together; 0 for as many as can be
     */
    static Result run(int connections, Duration time, double perSecond, IntFunction<Work> workOf)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            long pause = perSecond == 0 ? 0 : (long) (connections * 1e9 / perSecond);
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int at = 0; at < connections; at++) {
                Work work = workOf.apply(at);
                long firstDue = begin + pause * at / connections;
                tasks.add(() -> repeat(work, firstDue, end, pause));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> done : threads.invokeAll(tasks)) {
                times.addAll(done.get());
            }
            return result(times, time);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> repeat(Work work, long firstDue, long end, long pause) throws Exception {
        List<Long> times = new ArrayList<>();
        long due = firstDue;
        awaitTime(due);
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            work.once();
            // Counted from when it was due, so that a stall is not hidden by the work that it held up.
            times.add(System.nanoTime() - (pause == 0 ? start : Math.min(start, due)));
            due += pause;
            if (pause > 0) {
                awaitTime(due);
            }
        }
        return times;
    }

    private static void awaitTime(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Result result(List<Long> times, Duration time) {
        long[] sorted = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return new Result(sorted.length * 1e9 / time.toNanos(), percentile(sorted, 0.50), percentile(sorted, 0.99));
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
