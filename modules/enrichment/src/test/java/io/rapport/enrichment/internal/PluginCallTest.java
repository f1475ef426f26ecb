package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.enrichment.PluginStatus.State;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCallTest {

    @TempDir
    private Path folder;

    private HostFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new HostFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Plugin running(String body) {
        return fixture.drop("crm.jar", PluginJar.supplying("crm", body))
                .start()
                .host()
                .plugins()
                .get(0);
    }

    @Test
    void aPluginThatHangsIsCutOffAndItsThreadsStayBounded() {
        fixture.set("rapport.plugin.crm.time-limit", "PT0.2S").set("rapport.plugin.crm.threads", "2");
        Plugin plugin = running("""
                while (true) {
                    try { Thread.sleep(600_000); } catch (InterruptedException ignored) {}
                }
                """);

        long begun = System.nanoTime();
        CompletableFuture<?>[] callers = IntStream.range(0, 50)
                .mapToObj(caller -> CompletableFuture.runAsync(fixture::askOne))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(callers).join();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(plugin.threads().size()).isEqualTo(2);
        assertThat(fixture.onlyStatus().state()).isEqualTo(State.PAUSED);
        assertThat(fixture.onlyStatus().lastFailure()).containsAnyOf("time limit of 200 ms", "All its threads (2)");
    }

    @Test
    void aSlowPluginDoesNotSpoilTheAnswerOfAnother() {
        fixture.set("rapport.plugin.slow.time-limit", "PT0.1S")
                .drop("slow.jar", PluginJar.supplying("slow", "Thread.sleep(600_000); return Supply.none();"))
                .drop("swift.jar", PluginJar.supplying("swift", """
                        return Supply.builder().contact("plan", "gold").build();
                        """))
                .start();

        assertThat(fixture.host().ask(HostFixture.aboutContact()))
                .extracting(
                        answer -> answer.plugin().id(),
                        Answer::failed,
                        answer -> answer.values().size())
                .containsExactly(tuple("slow", true, 0), tuple("swift", false, 1));
    }

    @Test
    void aPluginThatThrowsRestsAfterSeveralFailuresAndIsTriedAgain() {
        running("""
                if (context.clock().instant().isBefore(java.time.Instant.parse("2026-03-01T12:00:15Z"))) {
                    throw new java.io.IOException("The customer base is closed.");
                }
                return Supply.builder().contact("plan", "gold").build();
                """);

        for (int failure = 0; failure < Circuit.FAILURES; failure++) {
            assertThat(fixture.onlyStatus().state()).isEqualTo(State.ACTIVE);
            assertThat(fixture.askOne().failure()).isEqualTo("The customer base is closed.");
        }
        assertThat(fixture.onlyStatus().state()).isEqualTo(State.PAUSED);
        assertThat(fixture.onlyStatus().reason()).contains("rests until 2026-03-01T12:00:10Z");
        assertThat(fixture.askOne().failure()).contains("rests until");
        assertThat(fixture.onlyStatus().calls()).isEqualTo(Circuit.FAILURES);

        fixture.clock.forward(Circuit.FIRST_PAUSE);
        assertThat(fixture.askOne().failure()).isEqualTo("The customer base is closed.");
        assertThat(fixture.onlyStatus().reason()).contains("rests until 2026-03-01T12:00:30Z");

        fixture.clock.forward(Circuit.FIRST_PAUSE.multipliedBy(2));
        assertThat(fixture.askOne().values()).extracting(FoundValue::text).containsExactly("gold");
        assertThat(fixture.onlyStatus().state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void anErrorOfLinkingInACallIsTheCallsFailureAlone() {
        fixture.drop(
                        "crm.jar",
                        PluginJar.supplying("crm", "return new acme.Gone().supply();")
                                .source("acme.Gone", """
                                package acme;
                                public class Gone { io.rapport.spi.Supply supply() { return null; } }
                                """)
                                .without("acme.Gone"))
                .start();

        assertThat(fixture.askOne().failure()).isEqualTo("It needs the class acme.Gone, which is in none of its jars.");
    }

    @Test
    void getsTheFactsThatItDeclaredAndNoOther() {
        running("""
                return Supply.builder().contact("plan", request.fact(Fact.EMAIL).get() + request.fact(Fact.PHONE)
                        + request.wanted() + request.timeLimit()).build();
                """);

        assertThat(fixture.askOne().values())
                .extracting(FoundValue::text)
                .containsExactly("mai@example.orgOptional.empty[CONTACT]PT3S");
    }

    @Test
    void isNotCalledWhereNothingItReadsIsKnownOrNothingItSuppliesIsWanted() {
        running("throw new IllegalStateException(\"called\");");

        Request unknown = Request.at("shop")
                .wanting(Subject.CONTACT)
                .fact(Fact.PHONE, "+84912345678")
                .build();
        Request unwanted = Request.at("shop")
                .wanting(Subject.CONVERSATION)
                .fact(Fact.EMAIL, "mai@example.org")
                .build();

        assertThat(fixture.host().ask(unknown)).singleElement().satisfies(answer -> {
            assertThat(answer.failed()).isFalse();
            assertThat(answer.askedFor(Subject.CONTACT)).containsExactlyInAnyOrder("plan", "orders");
            assertThat(answer.askedFor(Subject.SESSION)).isEmpty();
        });
        assertThat(fixture.host().ask(unwanted)).isEmpty();
        assertThat(fixture.onlyStatus().calls()).isZero();
    }

    @Test
    void onlyWhatWasDeclaredAndCanBeStoredComesOver() {
        running("""
                return Supply.of(
                        Value.ofContact("plan", "gold"),
                        Value.ofContact("orders", 7),
                        Value.ofContact("secret", "undeclared"),
                        Value.ofConversation("plan", "not wanted"),
                        Value.ofContact("orders", new java.math.BigDecimal("1e1000000")),
                        Value.ofContact("plan", "half \\uD800 a character"),
                        Value.ofContact("plan", "x".repeat(20_000)),
                        Value.ofContact("plan", 3));
                """);

        assertThat(fixture.askOne().values())
                .extracting(FoundValue::key, FoundValue::text)
                .containsExactly(tuple("plan", "gold"), tuple("orders", "7"));
        assertThat(fixture.onlyStatus().lastFailure()).isEqualTo("Its value of 'plan' was left out: it is no text.");
        assertThat(fixture.onlyStatus().failures()).isZero();
    }

    @Test
    void aSessionTakesOnlyWhatItsFieldsMean() {
        running("""
                return Supply.builder().session(SessionField.COUNTRY, "Vietnam")
                        .session(SessionField.DEVICE_TYPE, "fridge").session(SessionField.NETWORK, " ACME ").build();
                """);

        Request request = Request.at("shop")
                .wanting(Subject.SESSION)
                .fact(Fact.USER_AGENT, "curl")
                .build();
        assertThat(fixture.host().ask(request).get(0).values())
                .extracting(FoundValue::key, FoundValue::text)
                .containsExactly(tuple("network", "ACME"));
    }

    @Test
    void whatAnUnprovenIdentifierBringsIsMarked() {
        running("""
                return Supply.of(
                        Value.ofContact("plan", "gold").foundBy(Fact.EXTERNAL_ID),
                        Value.ofContact("orders", 7));
                """);

        Request request = Request.at("shop")
                .wanting(Subject.CONTACT)
                .fact(Fact.EMAIL, "mai@example.org")
                .verifiedFact(Fact.EXTERNAL_ID, "c-7")
                .build();
        assertThat(fixture.host().ask(request).get(0).values())
                .extracting(FoundValue::key, FoundValue::unverified)
                .containsExactly(tuple("plan", false), tuple("orders", true));
    }

    @Test
    void keepsTheSourcesTimeButNoneInTheFuture() {
        running("""
                return Supply.of(
                        Value.ofContact("plan", "gold").asOf(java.time.Instant.parse("2025-01-01T00:00:00Z")),
                        Value.ofContact("orders", 7).asOf(java.time.Instant.parse("2999-01-01T00:00:00Z")));
                """);

        assertThat(fixture.askOne().values())
                .extracting(FoundValue::time)
                .containsExactly(Instant.parse("2025-01-01T00:00:00Z"), fixture.clock.instant());
    }

    @Test
    void theEndWaitsForACallUnderWayAndThenClosesTheProvider() {
        Path trace = folder.resolve("trace");
        fixture.drop("crm.jar", PluginJar.withProvider("crm", """
                        volatile boolean under;
                        public Supply supply(Request request) throws Exception {
                            under = true;
                            java.nio.file.Files.writeString(java.nio.file.Path.of("%1$s"), "called ");
                            Thread.sleep(300);
                            under = false;
                            return Supply.builder().contact("plan", "gold").build();
                        }
                        public void close() throws Exception {
                            java.nio.file.Files.writeString(java.nio.file.Path.of("%1$s"), under ? "cut" : "closed",
                                    java.nio.file.StandardOpenOption.APPEND);
                        }
                        """.formatted(trace)))
                .start();

        CompletableFuture<Answer> caller = CompletableFuture.supplyAsync(fixture::askOne);
        awaitFile(trace);
        fixture.close();

        assertThat(caller.join().values()).extracting(FoundValue::text).containsExactly("gold");
        assertThat(trace).hasContent("called closed");
    }

    private static void awaitFile(Path file) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!file.toFile().exists() || file.toFile().length() == 0) {
            assertThat(System.nanoTime()).as("time to wait for " + file).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
