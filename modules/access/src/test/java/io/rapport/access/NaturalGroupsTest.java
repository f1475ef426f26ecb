package io.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What is done together")
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NaturalGroupsTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<List<String>> groups = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        held.countDown();
        callers.shutdownNow();
    }

    /** Holds the item "first" until the test lets go, and refuses "bad" and every group that it is in. */
    private List<String> work(List<String> items) {
        groups.add(items);
        if (items.contains("first")) {
            begun.countDown();
            hold();
        }
        if (items.contains("bad")) {
            throw new IllegalArgumentException("bad");
        }
        return items.stream().map(item -> item + "!").toList();
    }

    private void hold() {
        try {
            held.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private NaturalGroups<String, String> of(int most, Function<String, Object> identity) {
        return new NaturalGroups<>(most, identity, this::work);
    }

    private List<Future<String>> written(NaturalGroups<String, String> together, String... items) throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> together.take("first")));
        begun.await();
        for (String item : items) {
            CompletableFuture<Thread> caller = new CompletableFuture<>();
            answers.add(callers.submit(() -> {
                caller.complete(Thread.currentThread());
                return together.take(item);
            }));
            awaitWaiting(caller.get());
        }
        held.countDown();
        return answers;
    }

    private static void awaitWaiting(Thread caller) {
        while (caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isWrittenAtOnceAndAloneWhenItComesAlone() {
        NaturalGroups<String, String> together = of(10, item -> item);
        assertThat(together.take("a")).isEqualTo("a!");
        assertThat(together.take("b")).isEqualTo("b!");
        assertThat(groups).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void isAllThatCameWhileTheLastGroupWasBeingWrittenInItsOrder() throws Exception {
        List<Future<String>> answers = written(of(10, item -> item), "a", "b", "c");
        assertThat(answers).extracting(Future::get).containsExactly("first!", "a!", "b!", "c!");
        assertThat(groups).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void isNeverMoreThanTheMost() throws Exception {
        List<Future<String>> answers = written(of(2, item -> item), "a", "b", "c");
        assertThat(answers.get(3).get()).isEqualTo("c!");
        assertThat(groups).containsExactly(List.of("first"), List.of("a", "b"), List.of("c"));
    }

    @Test
    void hasNoTwoOfOneIdentity() throws Exception {
        List<Future<String>> answers = written(of(10, item -> item.charAt(0)), "a1", "a2", "b");
        assertThat(answers).extracting(Future::get).containsExactly("first!", "a1!", "a2!", "b!");
        assertThat(groups).containsExactly(List.of("first"), List.of("a1", "b"), List.of("a2"));
    }

    @Test
    void isWrittenOneByOneWhereOneOfThemFails() throws Exception {
        List<Future<String>> answers = written(of(10, item -> item), "a", "bad", "c");
        assertThat(answers.get(1).get()).isEqualTo("a!");
        assertThat(answers.get(3).get()).isEqualTo("c!");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void goesOnAfterAFailure() {
        NaturalGroups<String, String> together = of(10, item -> item);
        assertThatThrownBy(() -> together.take("bad")).isInstanceOf(IllegalArgumentException.class);
        assertThat(together.take("a")).isEqualTo("a!");
    }
}
