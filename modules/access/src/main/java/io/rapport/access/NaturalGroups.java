package io.rapport.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Work that is cheaper done together (group commit): while one group is being worked at, what comes meanwhile gathers, and is
 * the next group. Nothing waits for company: an item that comes alone is done at once, alone. One of the waiting callers does
 * the work for all of them.
 *
 * <p>A group that fails is done again one by one, so that an item spoils its own work only.
 *
 * @param <T> what is to be done
 * @param <R> what comes of it
 */
public final class NaturalGroups<T, R> {

    private final int most;
    private final Function<T, Object> identity;
    private final Function<List<T>, List<R>> work;
    private final Deque<Waiting<T, R>> queue = new ArrayDeque<>();
    private boolean working;

    /**
     * For one sort of work.
     *
     * @param most items in a group
     * @param identity two items of one identity never stand in one group: the second is to see what came of the first
     * @param work does a group, in one transaction or statement, and answers for each in the same order
     */
    public NaturalGroups(int most, Function<T, Object> identity, Function<List<T>, List<R>> work) {
        this.most = most;
        this.identity = identity;
        this.work = work;
    }

    /** Does an item; throws what its work threw. Must not be called while the caller holds a transaction. */
    public R take(T item) {
        Waiting<T, R> mine = new Waiting<>(item);
        boolean leads;
        synchronized (queue) {
            queue.add(mine);
            leads = !working;
            working = true;
        }
        if (!leads) {
            mine.woken.acquireUninterruptibly();
        }
        if (!mine.done) {
            lead();
        }
        return mine.answer();
    }

    /** Does the group that begins with the caller's own item, then wakes the next leader. */
    private void lead() {
        List<Waiting<T, R>> group = nextGroup();
        try {
            work(group);
        } finally {
            Waiting<T, R> next;
            synchronized (queue) {
                next = queue.peek();
                working = next != null;
            }
            if (next != null) {
                next.woken.release();
            }
        }
    }

    private List<Waiting<T, R>> nextGroup() {
        List<Waiting<T, R>> group = new ArrayList<>();
        Set<Object> identities = new HashSet<>();
        synchronized (queue) {
            for (Iterator<Waiting<T, R>> all = queue.iterator(); all.hasNext() && group.size() < most; ) {
                Waiting<T, R> next = all.next();
                if (identities.add(identity.apply(next.item))) {
                    group.add(next);
                    all.remove();
                }
            }
        }
        return group;
    }

    private void work(List<Waiting<T, R>> group) {
        try {
            List<R> results =
                    work.apply(group.stream().map(waiting -> waiting.item).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).finish(results.get(i), null);
            }
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1) {
                group.get(0).finish(null, failure);
            } else {
                group.forEach(waiting -> work(List.of(waiting)));
            }
        }
    }

    /** An item and the caller that waits for it. */
    private static final class Waiting<T, R> {
        private final T item;
        private final Semaphore woken = new Semaphore(0);
        private volatile boolean done;
        private R result;
        private Throwable failure;

        private Waiting(T item) {
            this.item = item;
        }

        private void finish(R given, Throwable thrown) {
            result = given;
            failure = thrown;
            done = true;
            woken.release();
        }

        private R answer() {
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            return result;
        }
    }
}
