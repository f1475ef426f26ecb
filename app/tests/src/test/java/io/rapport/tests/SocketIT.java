package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open a live connection, and how long it stays. */
@ExtendWith(SharedRapport.class)
class SocketIT {
    private static final String VISITORS = "/widget/v1/live";
    private static final String AGENTS = "/api/v1/live";
    private static final int POLICY = 1008;
    private static final int LATER = 1013;

    private final Running rapport;
    private final Agent agent;

    SocketIT(Running rapport) {
        this.rapport = rapport;
        this.agent = rapport.administrator();
    }

    private Caller own() {
        return rapport.anybody().with("Origin", rapport.base().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {VISITORS, AGENTS})
    void aForeignOriginIsRefused(String path) {
        for (String origin : List.of(
                "https://evil.example",
                "http://127.0.0.1:1",
                "https://127.0.0.1:" + rapport.base().getPort(),
                "http://localhost.evil.example:" + rapport.base().getPort(),
                "null",
                "not an origin")) {
            assertRefused(agent.calls().with("Origin", origin), path);
        }
        assertRefused(agent.calls(), path);
    }

    private static void assertRefused(Caller caller, String path) {
        assertThatThrownBy(() -> LiveSocket.open(caller.without(Agent.HEADER), path))
                .as("%s with %s", path, caller.headers())
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void anAgentsSocketWithoutSignInIsRefused() {
        assertRefused(own(), AGENTS);
        assertRefused(own().with("Cookie", "rapport=nonsense"), AGENTS);
    }

    @Test
    void signingOutEndsThatBrowsersSocketAtOnceAndNoOther() throws Exception {
        Agent leaving = rapport.administrator();
        try (LiveSocket left = leaving.live();
                LiveSocket other = agent.live()) {
            leaving.calls().post("/api/v1/sign-out", "").expect(204);

            assertThat(left.awaitClose()).isEqualTo(POLICY);
            String conversation = rapport.visitor().conversation();
            other.awaitFrame("a hint", frame -> conversation.equals(frame.getString("conversationId", null)));
            assertThat(left.heard()).noneMatch(frame -> frame.toString().contains(conversation));
        }
    }

    @Test
    void aSignInThatExpiresEndsItsSocket() throws Exception {
        Agent tired = rapport.administrator();
        String token = tired.calls().headers().get("Cookie").replaceFirst(".*=", "");
        try (LiveSocket socket = tired.live()) {
            rapport.database()
                    .execute(
                            "update access.sign_in set created_at = created_at - interval '90 days'"
                                    + " where token_hash = sha256(?::bytea)",
                            token);

            assertThat(socket.awaitClose()).isEqualTo(POLICY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\",\"token\":\"nonsense\"}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"token\":{}}",
                "{",
                "null",
                "[]",
                ""
            })
    void aVisitorsSocketWithoutAValidTokenIsClosed(String greeting) throws Exception {
        try (LiveSocket socket = LiveSocket.open(own(), VISITORS)) {
            socket.say(greeting);
            assertThat(socket.awaitClose()).isEqualTo(POLICY);
            assertThat(socket.heard()).noneMatch(frame -> "ready".equals(frame.getString("type", null)));
        }
    }

    @Test
    void aVisitorHearsNothingOfAnothersConversation() throws Exception {
        Visitor mai = rapport.visitor();
        Visitor nam = rapport.visitor();
        String conversation = mai.conversation();
        String other = nam.conversation();
        try (LiveSocket widget = nam.live()) {
            agent.answer(conversation, "For Mai").expect(201);
            agent.answer(other, "For Nam").expect(201);

            widget.awaitFrame("the own answer", frame -> frame.toString().contains("For Nam"));
            assertThat(widget.heard()).noneMatch(frame -> frame.toString().contains("For Mai"));
        }
    }

    @Test
    void manySocketsAtOnceKeepWhoTheyAre() throws Exception {
        ExecutorService browsers = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<String>> strangers = new ArrayList<>();
            List<CompletableFuture<String>> agents = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                strangers.add(CompletableFuture.supplyAsync(() -> fate(own()), browsers));
                agents.add(CompletableFuture.supplyAsync(
                        () -> fate(agent.calls()
                                .without(Agent.HEADER)
                                .with("Origin", rapport.base().toString())),
                        browsers));
            }
            assertThat(strangers).extracting(CompletableFuture::join).containsOnly("refused");
            assertThat(agents).extracting(CompletableFuture::join).containsOnly("ready");
        } finally {
            browsers.shutdownNow();
        }
    }

    /** What becomes of an agent's socket: ready, closed or refused. */
    private static String fate(Caller caller) {
        try (LiveSocket socket = LiveSocket.open(caller, AGENTS)) {
            return socket.awaitFate();
        } catch (Exception failed) {
            if (failed.getCause() instanceof WebSocketHandshakeException) {
                return "refused";
            }
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void whatAVisitorSaysAfterTheGreetingIsReadAndDropped() throws Exception {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        try (LiveSocket widget = visitor.live()) {
            widget.say(object("type", "message", "text", "<script>")).say("{").say("null");
            agent.answer(conversation, "Still there").expect(201);
            widget.awaitFrame("the answer", frame -> frame.toString().contains("Still there"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {VISITORS, AGENTS})
    void whoAnswersPingsStaysHoweverLongNothingIsSaid(String path) throws Exception {
        try (LiveSocket socket =
                path.equals(AGENTS) ? agent.live() : rapport.visitor().live()) {
            socket.awaitFrames("a sign of life", 3, frame -> "alive".equals(frame.getString("type", null)));
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void anAgentsScreenThatIsGoneWithoutAWordIsClosed() throws Exception {
        try (RawSocket gone = RawSocket.open(
                agent.calls()
                        .without(Agent.HEADER)
                        .with("Origin", rapport.base().toString()),
                AGENTS)) {
            gone.awaitText("ready");
            assertThat(gone.awaitEnd()).as("what it was told").contains("alive", "silent");
        }
    }

    @Test
    void aVisitorsBrowserThatTakesNothingIsDroppedAndNobodyWaitsForIt() throws Exception {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        try (RawSocket stalled = RawSocket.open(own(), VISITORS);
                LiveSocket other = visitor.live()) {
            stalled.say(Json.write(object("type", "hello", "token", visitor.token())));
            stalled.awaitText("ready");
            String page = "€".repeat(10_000);
            // More than what lies in the buffers of both ends; none of it is taken.
            for (int i = 1; i <= 200; i++) {
                stalled.pong();
                visitor.write(conversation, page).expect(201);
            }
            String last = visitor.write(conversation, "the last").expect(201).text("/id");

            other.awaitFrame("the last message", frame -> frame.toString().contains(last));
            await("it is dropped, though it answers pings")
                    .atMost(Caller.PATIENCE)
                    .until(() -> !stalled.pong());
        }
    }

    @Test
    void aNetworkHoldsSoManySocketsAtASiteAndIsThenToldToComeBackLater() throws Exception {
        Caller office = own().with("X-Forwarded-For", "203.0.113.7");
        List<LiveSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < Settings.MOST_SOCKETS; i++) {
                held.add(greet(office));
                assertThat(held.get(i).awaitFate()).isEqualTo("ready");
            }
            try (LiveSocket tooMany = greet(office);
                    LiveSocket elsewhere = greet(own().with("X-Forwarded-For", "198.51.100.4"))) {
                assertThat(tooMany.awaitClose()).isEqualTo(LATER);
                assertThat(tooMany.heard()).isEmpty();
                assertThat(elsewhere.awaitFate()).isEqualTo("ready");
            }
            held.remove(0).close();
            await("there is room again").atMost(Caller.PATIENCE).until(() -> {
                held.add(greet(office));
                return "ready".equals(held.get(held.size() - 1).awaitFate());
            });
        } finally {
            held.forEach(LiveSocket::close);
        }
    }

    private LiveSocket greet(Caller caller) throws Exception {
        return LiveSocket.open(caller, VISITORS)
                .say(object("type", "hello", "token", rapport.visitor().token()));
    }

    /** Whether a network is let in no more; what it is let in with is added. */
    private static boolean isRefused(Caller caller, List<LiveSocket> open) throws Exception {
        try {
            open.add(LiveSocket.open(caller, VISITORS));
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof WebSocketHandshakeException;
        }
    }

    @Test
    void socketsThatSayNothingAreClosedAndANetworkOfManyIsRefusedUntilThen() throws Exception {
        Caller flood = own().with("X-Forwarded-For", "203.0.113.9");
        List<LiveSocket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < Settings.MOST_SOCKETS; i++) {
                silent.add(LiveSocket.open(flood, VISITORS));
            }
            // A client may hear that a socket is open a moment before the server counts it.
            await("no more are let in").atMost(Caller.PATIENCE).until(() -> isRefused(flood, silent));
            for (LiveSocket socket : silent) {
                assertThat(socket.awaitClose()).isEqualTo(POLICY);
                assertThat(socket.heard()).isEmpty();
            }
            assertThat(silent).as("let in").hasSizeLessThan(Settings.MOST_SOCKETS + 5);
            try (LiveSocket welcome = greet(flood)) {
                assertThat(welcome.awaitFate()).isEqualTo("ready");
            }
        } finally {
            silent.forEach(LiveSocket::close);
        }
    }
}
