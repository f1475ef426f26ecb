package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that stands still or dies is answered by 503, soon, and forgotten as soon as it is back. */
class DatabaseFaultIT {
    private static final int CALLERS = 40;
    /** Three seconds are promised; machines that run tests have other work, too. */
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private static LaunchedRapport launched;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedRapport.start(TestFolder.empty("database-fault"), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        if (launched != null) {
            launched.close();
        }
    }

    /** What became of a call. */
    private record Fate(int status, boolean saysWhen, Duration taken) {}

    @Test
    void whileItStandsStillEveryCallIsAnsweredSoonAndNoThreadWaits() throws Exception {
        Visitor visitor = launched.running().visitor();
        String conversation = visitor.conversation();
        String retried = UUID.randomUUID().toString();
        int before = threads();
        List<ProcessHandle> stopped = launched.database();
        signal("STOP", stopped);
        try {
            Queue<Fate> fates = callUntil(visitor, conversation, retried, Duration.ofSeconds(12));

            assertThat(fates).extracting(Fate::status).containsOnly(503);
            assertThat(fates).extracting(Fate::saysWhen).containsOnly(true);
            assertThat(fates).extracting(Fate::taken).allMatch(taken -> taken.compareTo(PROMISED) < 0);
            assertThat(fates).as("calls that came while it was known").hasSizeGreaterThan(2 * CALLERS);
            assertThat(threads() - before).as("threads more than before").isLessThan(CALLERS + 40);
            assertThat(launched.running().anybody().get("/health/ready").status())
                    .isEqualTo(503);
        } finally {
            signal("CONT", stopped);
        }
        awaitService(visitor, conversation, retried);
        assertThat(launched.running()
                        .database()
                        .count("select count(*) from conversations.message where client_message_id = ?", retried))
                .isEqualTo(1);
    }

    @Test
    void whenItIsKilledCallsAreRefusedUntilItIsBack() throws Exception {
        Visitor visitor = launched.running().visitor();
        String conversation = visitor.conversation();
        long main = launched.database().get(0).pid();

        signal("KILL", launched.database().subList(0, 1));

        await("it is started again")
                .atMost(Caller.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    assertThat(read(visitor, conversation).status()).isIn(200, 503);
                    return isAnother(main);
                });
        awaitService(visitor, conversation, UUID.randomUUID().toString());
    }

    private static boolean isAnother(long main) throws IOException {
        try {
            return launched.database().get(0).pid() != main
                    && launched.running().anybody().get("/health/ready").status() == 200;
        } catch (NoSuchFileException | RuntimeException notYet) {
            return false;
        }
    }

    private static Reply read(Visitor visitor, String conversation) {
        return visitor.read(conversation);
    }

    /** Readings and writings of many at once, one after another each. */
    private static Queue<Fate> callUntil(Visitor visitor, String conversation, String retried, Duration end)
            throws Exception {
        Queue<Fate> fates = new ConcurrentLinkedQueue<>();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            long last = System.nanoTime() + end.toNanos();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                boolean writes = i % 2 == 0;
                all.add(callers.submit(() -> {
                    while (System.nanoTime() < last) {
                        fates.add(fate(
                                () -> writes ? write(visitor, conversation, retried) : read(visitor, conversation)));
                    }
                }));
            }
            for (Future<?> caller : all) {
                caller.get(Caller.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            return fates;
        } finally {
            callers.shutdownNow();
        }
    }

    private static Fate fate(Supplier<Reply> call) {
        long begin = System.nanoTime();
        Reply reply = call.get();
        return new Fate(
                reply.status(), !reply.header("Retry-After").isEmpty(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static Reply write(Visitor visitor, String conversation, String id) {
        return visitor.calls()
                .post(Visitor.messages(conversation), object("clientMessageId", id, "text", "Are you there?"));
    }

    private static void awaitService(Visitor visitor, String conversation, String id) {
        await("it serves again")
                .atMost(Caller.PATIENCE)
                .until(() -> List.of(200, 201)
                                .contains(write(visitor, conversation, id).status())
                        && read(visitor, conversation).status() == 200);
    }

    private static int threads() throws IOException {
        return Files.readAllLines(
                        Path.of("/proc/%d/status".formatted(launched.server().pid())))
                .stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        // One that ended by itself meanwhile is no fault.
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
