package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.enrichment.PluginStatus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that was created after nobody waits for it any longer is closed all the same, once. */
class LateProviderTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private Path drop;
    private Path journal;
    private final SharedLatch go = new SharedLatch();

    @BeforeEach
    void prepare() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        journal = folder.resolve("journal");
        Files.createFile(journal);
    }

    @AfterEach
    void letGo() {
        go.close();
    }

    /** Creates its provider when the test lets it, deaf to interruption, and closes it by a class not loaded before. */
    private PluginJar waiting() {
        return PluginJar.withFactory("""
                public String id() { return "late"; }
                public String version() { return "1"; }
                public Declaration declaration() {
                    return Declaration.named("Late").reads(Fact.EMAIL).supplies(SessionField.NETWORK).build();
                }
                public AttributeProvider create(ProviderContext context) {
                    for (boolean let = false; !let;) {
                        try { %s.await(); let = true; } catch (InterruptedException deaf) {}
                    }
                    return new Provider();
                }
                public static class Provider implements AttributeProvider {
                    public Supply supply(Request request) { return Supply.none(); }
                    public void close() throws Exception { new Journal().note("closed"); }
                }
                public static class Journal {
                    void note(String line) throws Exception {
                        java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), line + "\\n",
                                java.nio.file.StandardOpenOption.APPEND);
                    }
                }
                """.formatted(go.inSource(), journal));
    }

    private Arrival arrived() throws IOException {
        waiting().write(drop.resolve("late.jar"));
        PluginSettings settings = new PluginSettings(name -> Optional.empty(), Duration.ofSeconds(30));
        Arrival arrival = new Arrival(PluginSource.in(drop, false).get(0), LIMIT);
        arrival.open(PrivateCopies.in(folder.resolve("copies")), new SpiOnlyLoader());
        arrival.inspect();
        arrival.admit(new HashMap<>(), settings);
        arrival.create(settings, Clock.systemUTC());
        arrival.finish(Clock.systemUTC());
        return arrival;
    }

    @Test
    void aProviderThatComesAfterItsTimeLimitIsClosedOnce() throws Exception {
        Arrival arrival = arrived();
        assertThat(arrival.status().state()).isEqualTo(State.FAILED);
        assertThat(arrival.status().reason()).contains("time limit of 2000 ms");
        assertThat(journal).isEmptyFile();

        go.open();
        awaitEndOfThreads();

        assertThat(journal).hasContent("closed");
    }

    @Test
    void aProviderThatComesWhileItsRoomIsClosedIsClosedOnce() throws Exception {
        PluginThreads threads = new PluginThreads("late", getClass().getClassLoader());
        int[] closed = {0};
        ProviderCreation creation = new ProviderCreation(new CountingFactory(() -> closed[0]++), null);

        assertThat(threads.submit(creation, LIMIT).await()).isNotNull(); // created, but nobody took it
        creation.abandon();
        creation.abandon();

        assertThat(closed[0]).isEqualTo(1);
        threads.retire(Duration.ofSeconds(1));
    }

    private static void awaitEndOfThreads() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end && someThread()) {
            Thread.onSpinWait();
        }
        assertThat(someThread()).isFalse();
    }

    private static boolean someThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("plugin-late.jar"));
    }
}
