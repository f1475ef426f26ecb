package io.rapport.tests;

import static io.rapport.tests.Json.object;

import java.util.Map;
import java.util.UUID;

/**
 * A visitor with an open widget.
 *
 * @param calls carries the visitor's token
 * @param opened what opening the session answered
 */
record Visitor(Running rapport, Caller calls, String token, Reply opened) {
    static final String CONVERSATIONS = "/widget/v1/conversations";

    String session() {
        return opened.text("/sessionId");
    }

    /** A first message with the required answers only. */
    Reply start(String text) {
        return start(text, answers());
    }

    Reply start(String text, Map<String, Object> preChat) {
        return calls.post(
                CONVERSATIONS,
                object("clientMessageId", UUID.randomUUID().toString(), "preChat", preChat, "text", text));
    }

    /** The answers that the demo's form requires, with an e-mail that nobody else has. */
    static Map<String, Object> answers() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return object("name", "Visitor " + unique, "email", unique + "@example.com");
    }

    /** Starts a conversation; its id. */
    String conversation() {
        return start("Hello").expect(201).text("/conversationId");
    }

    Reply write(String conversation, String text) {
        return calls.post(
                messages(conversation),
                object("clientMessageId", UUID.randomUUID().toString(), "text", text));
    }

    Reply read(String conversation) {
        return calls.get(messages(conversation));
    }

    static String messages(String conversation) {
        return CONVERSATIONS + "/" + conversation + "/messages";
    }

    /** A live connection that has said who it is. */
    LiveSocket live() throws Exception {
        LiveSocket socket = LiveSocket.open(
                new Caller(rapport.base()).with("Origin", rapport.base().toString()), "/widget/v1/live");
        socket.say(object("type", "hello", "token", token)).awaitType("ready");
        return socket;
    }
}
