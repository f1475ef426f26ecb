package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workers of one and of two servers on one table; no sweep runs, so each delivery follows from a call. */
class ManyWorkersTest {

    private static Database database;

    @BeforeAll
    static void startDatabase() {
        database = new Database();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    private static void fireFromManyThreads(Bench bench, List<UUID> keys, int each) throws Exception {
        ExecutorService business = Executors.newFixedThreadPool(keys.size());
        try {
            List<Future<?>> fired = new ArrayList<>();
            for (UUID key : keys) {
                fired.add(business.submit(() -> Bench.noted(key, each).forEach(bench::fire)));
            }
            for (Future<?> one : fired) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            business.shutdownNow();
        }
    }

    private static List<UUID> keys(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    @Test
    void severalWorkersKeepTheOrderOfEachSubjectWhileEventsComeIn() throws Exception {
        List<UUID> keys = keys(4);
        try (Bench bench = Bench.on(database.jdbi())
                .workers(4)
                .observer("notes.keep")
                .observer("notes.count")
                .build()
                .started()) {
            fireFromManyThreads(bench, keys, 100);
            Await.until("all delivered", () -> bench.waiting() == 0);
            List<Integer> inOrder = IntStream.rangeClosed(1, 100).boxed().toList();
            for (UUID key : keys) {
                assertThat(bench.effects("notes.keep", key)).isEqualTo(inOrder);
                assertThat(bench.effects("notes.count", key)).isEqualTo(inOrder);
            }
        }
    }

    @Test
    void orderAndOnceHoldWhileObserversFailNowAndThen() throws Exception {
        var calls = new AtomicInteger();
        List<UUID> keys = keys(4);
        var clock = new MovableClock();
        try (Bench bench = Bench.on(database.jdbi())
                .workers(4)
                .attempts(100)
                .clock(clock)
                .observer("notes.keep", noted -> {
                    if (calls.incrementAndGet() % 17 == 0) {
                        throw new IllegalStateException("now and then");
                    }
                })
                .build()
                .started()) {
            fireFromManyThreads(bench, keys, 50);
            Await.until("all delivered", () -> {
                clock.forward(Backoff.LONGEST);
                bench.dispatcher.sweep();
                return bench.waiting() == 0;
            });
            for (UUID key : keys) {
                assertThat(bench.effects("notes.keep", key))
                        .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
            }
        }
    }

    @Test
    void twoServersTakeEachRowOnce() throws Exception {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Bench.Builder builder =
                Bench.on(database.jdbi()).observer("notes.keep", noted -> told.add(noted.key() + " " + noted.number()));
        try (Bench one = builder.build();
                Bench two = builder.build()) {
            one.fire(IntStream.range(0, 1_000)
                    .mapToObj(number -> Noted.of(new UUID(0, number), number))
                    .toList());
            one.started();
            two.started();
            Await.until("all delivered", () -> one.waiting() == 0);
            assertThat(told).hasSize(1_000).doesNotHaveDuplicates();
            assertThat(one.effects()).isEqualTo(1_000);
        }
    }

    @Test
    void tenThousandRowsDrain() {
        try (Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build()) {
            List<Noted> events = IntStream.range(0, 10_000)
                    .mapToObj(number -> Noted.of(new UUID(0, number % 7_000), number))
                    .toList();
            bench.fire(events);
            assertThat(bench.waiting()).isEqualTo(10_000);
            bench.started();
            Await.until("all delivered", () -> bench.waiting() == 0);
            assertThat(bench.effects()).isEqualTo(10_000);
        }
    }

    @Test
    void anEventThatComesWhileTheOneBeforeIsDeliveredNeedsNoSweep() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        UUID key = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        try (Bench bench = Bench.on(database.jdbi())
                .observer("notes.keep", noted -> {
                    if (noted.key().equals(key) && noted.number() == 1) {
                        begun.countDown();
                        awaitQuietly(goOn);
                    }
                })
                .build()
                .started()) {
            bench.fire(Noted.of(key, 1));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            bench.fire(Noted.of(key, 2));
            bench.fire(Noted.of(other, 3));
            Await.until(
                    "the other subject's",
                    () -> !bench.effects("notes.keep", other).isEmpty());
            assertThat(bench.effects("notes.keep", key)).isEmpty();
            goOn.countDown();
            Await.until("all delivered", () -> bench.waiting() == 0);
            assertThat(bench.effects("notes.keep", key)).containsExactly(1, 2);
        }
    }

    @Test
    void anOrderlyStopKeepsWhatIsDoneAndLeavesTheRest() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Bench bench = Bench.on(database.jdbi())
                .workers(1)
                .observer("notes.keep", noted -> {
                    begun.countDown();
                    awaitQuietly(goOn);
                })
                .build();
        for (int number = 0; number < 20; number++) {
            bench.fire(Noted.of(new UUID(0, number), number));
        }
        bench.started();
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        var stopping = new Thread(bench::close);
        stopping.start();
        Await.until("the stop began", () -> bench.lane.signals().isClosed());
        goOn.countDown();
        stopping.join(60_000);
        assertThat(bench.effects()).isEqualTo(1);
        assertThat(bench.waiting()).isEqualTo(19);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
