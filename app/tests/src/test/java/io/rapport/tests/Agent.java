package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An agent who is signed in.
 *
 * @param calls carries the sign-in cookie and the header that changes need
 */
record Agent(Running rapport, Caller calls) {
    static final String HEADER = "X-Requested-With";

    static Agent signIn(Running rapport, String email, String password) {
        Caller stranger = rapport.anybody().with(HEADER, "rapport");
        String cookie = stranger.post("/api/v1/sign-in", Map.of("email", email, "password", password))
                .expect(204)
                .header("Set-Cookie");
        return new Agent(rapport, stranger.with("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    /** Invites somebody as an administrator does. */
    Reply invite(String email, String role) {
        return calls.post("/api/v1/agents", object("name", "Nam", "email", email, "role", role))
                .expect(201);
    }

    /** Invites an agent, who follows the link and chooses a password. */
    Agent colleague(String email, String role) {
        String link = invite(email, role).text("/passwordLink/link");
        rapport.anybody()
                .with(HEADER, "rapport")
                .post(
                        "/api/v1/password",
                        object("token", link.substring(link.indexOf('#') + 1), "password", Running.PASSWORD))
                .expect(204);
        return signIn(rapport, email, Running.PASSWORD);
    }

    /** Makes an API token under a name of its own; the answer has its secret. */
    Reply token(String name, String... scopes) {
        return calls.post("/api/v1/tokens", object("name", name + " " + UUID.randomUUID(), "scopes", scopes))
                .expect(201);
    }

    /** A program that calls with a new token of these scopes. */
    Caller program(String... scopes) {
        return rapport.anybody()
                .with("Authorization", "Bearer " + token("program", scopes).text("/secret"));
    }

    Panel panel(String conversation) {
        return new Panel(
                calls.get("/api/v1/conversations/" + conversation + "/panel").expect(200));
    }

    /** Waits until the panel is as it should be; the assertion that failed last is what a failure shows. */
    Panel awaitPanel(String conversation, Consumer<Panel> asserted) {
        await().atMost(Caller.PATIENCE)
                .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
                .untilAsserted(() -> asserted.accept(panel(conversation)));
        return panel(conversation);
    }

    Reply answer(String conversation, String text) {
        return write(conversation, text, false);
    }

    Reply note(String conversation, String text) {
        return write(conversation, text, true);
    }

    private Reply write(String conversation, String text, boolean isPrivate) {
        return calls.post(
                "/api/v1/conversations/" + conversation + "/messages", object("text", text, "private", isPrivate));
    }

    /** Makes a label; its id. */
    String label(String name, String... appliesTo) {
        return calls.post("/api/v1/labels", object("name", name, "colour", "#336699", "appliesTo", appliesTo))
                .expect(201)
                .text("/id");
    }

    /** Adds a rule behind those in force; the revision that then is in force. */
    long publish(Map<String, Object> rule) {
        Reply inForce = calls.get("/api/v1/rules").expect(200);
        List<Object> rules = new ArrayList<>(inForce.objects("/rules"));
        rules.add(rule);
        return calls.post(
                        "/api/v1/rules/publish",
                        object("rules", rules, "note", "Added by a test", "basedOn", inForce.number("/revision")))
                .expect(200)
                .number("/revision");
    }

    LiveSocket live() throws Exception {
        LiveSocket socket = LiveSocket.open(
                calls.without(HEADER).with("Origin", rapport.base().toString()), "/api/v1/live");
        socket.awaitType("ready");
        return socket;
    }
}
