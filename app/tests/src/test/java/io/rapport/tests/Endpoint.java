package io.rapport.tests;

import static io.rapport.tests.Json.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call that the product offers.
 *
 * @param path with {@code {conversation}} and the like, as {@link World#path} fills them in
 * @param body one that is accepted; null where there is none
 */
record Endpoint(Role role, String method, String path, Map<String, Object> body) {

    /** Who may call it. */
    enum Role {
        ANYBODY,
        VISITOR,
        AGENT,
        ADMINISTRATOR
    }

    static final Endpoint OPEN_SESSION = anybody("POST", "/widget/v1/sites/demo/sessions", object());
    static final Endpoint START = visitor(
            "POST",
            "/widget/v1/conversations",
            object(
                    "clientMessageId", "m1",
                    "preChat", object("name", "Lan", "email", "lan@example.com"),
                    "text", "Hello"));
    static final Endpoint WRITE = visitor(
            "POST",
            "/widget/v1/conversations/{conversation}/messages",
            object("clientMessageId", "m2", "text", "Hello"));
    static final Endpoint SIGN_IN =
            anybody("POST", "/api/v1/sign-in", object("email", "nobody@example.com", "password", "not-this-one"));
    static final Endpoint FIRST_ADMINISTRATOR = anybody(
            "POST",
            "/api/v1/first-administrator",
            object("token", "t", "name", "Mai", "email", "mai@example.com", "password", "correct-horse-battery"));
    static final Endpoint SET_PASSWORD =
            anybody("POST", "/api/v1/password", object("token", "t", "password", "correct-horse-battery"));
    static final Endpoint INVITE =
            administrator("POST", "/api/v1/agents", object("name", "Nam", "email", "nam@example.com", "role", "agent"));
    static final Endpoint CHANGE_AGENT =
            administrator("PATCH", "/api/v1/agents/{agent}", object("name", "Nam", "role", "agent", "active", true));
    static final Endpoint ANSWER =
            agent("POST", "/api/v1/conversations/{conversation}/messages", object("text", "Hello"));
    static final Endpoint CHANGE_CONVERSATION =
            agent("PATCH", "/api/v1/conversations/{conversation}", object("status", "open"));
    static final Endpoint CONVERSATION_ATTRIBUTES =
            agent("PATCH", "/api/v1/conversations/{conversation}/attributes", object("product", "Shoes"));
    static final Endpoint EDIT_CONTACT = agent("PATCH", "/api/v1/contacts/{contact}", object("name", "Lan"));
    static final Endpoint CONTACT_ATTRIBUTES =
            agent("PATCH", "/api/v1/contacts/{contact}/attributes", object("hometown", "Huế"));
    static final Endpoint NEW_LABEL = agent(
            "POST",
            "/api/v1/labels",
            object("name", "fresh", "colour", "#336699", "appliesTo", List.of("conversation")));
    static final Endpoint NEW_DEFINITION = administrator(
            "POST",
            "/api/v1/attribute-definitions",
            object("subject", "contact", "key", "size", "name", "Size", "type", "text"));
    static final Endpoint NEW_SITE = administrator("POST", "/api/v1/sites", object("key", "second", "name", "Second"));
    static final Endpoint PUBLISH =
            administrator("POST", "/api/v1/rules/publish", object("rules", List.of(), "note", "", "basedOn", 0));
    static final Endpoint CHECK = administrator("POST", "/api/v1/rules/check", object("rules", List.of()));

    /** Every call that takes a body. */
    static final List<Endpoint> WITH_BODY = List.of(
            OPEN_SESSION,
            START,
            WRITE,
            visitor("POST", "/widget/v1/conversations/{conversation}/seen", object("upTo", 1)),
            SIGN_IN,
            FIRST_ADMINISTRATOR,
            SET_PASSWORD,
            INVITE,
            CHANGE_AGENT,
            ANSWER,
            CHANGE_CONVERSATION,
            agent("POST", "/api/v1/conversations/{conversation}/read", object("upTo", 1)),
            CONVERSATION_ATTRIBUTES,
            EDIT_CONTACT,
            CONTACT_ATTRIBUTES,
            NEW_LABEL,
            NEW_DEFINITION,
            NEW_SITE,
            PUBLISH,
            CHECK);

    /** Every other call. */
    static final List<Endpoint> WITHOUT_BODY = List.of(
            anybody("GET", "/widget/v1/sites/demo", null),
            visitor("GET", "/widget/v1/conversations/{conversation}/messages", null),
            anybody("POST", "/api/v1/sign-out", null),
            agent("GET", "/api/v1/me", null),
            agent("GET", "/api/v1/agents", null),
            administrator("POST", "/api/v1/agents/{agent}/password-link", null),
            agent("GET", "/api/v1/conversations", null),
            agent("GET", "/api/v1/conversations/{conversation}", null),
            agent("GET", "/api/v1/conversations/{conversation}/messages", null),
            agent("GET", "/api/v1/conversations/{conversation}/panel", null),
            agent("PUT", "/api/v1/conversations/{conversation}/labels/{label}", null),
            agent("DELETE", "/api/v1/conversations/{conversation}/labels/{label}", null),
            agent("GET", "/api/v1/contacts/{contact}", null),
            agent("PUT", "/api/v1/contacts/{contact}/labels/{label}", null),
            agent("DELETE", "/api/v1/contacts/{contact}/labels/{label}", null),
            agent("GET", "/api/v1/labels", null),
            agent("GET", "/api/v1/attribute-definitions", null),
            agent("GET", "/api/v1/sites", null),
            agent("GET", "/api/v1/rules", null),
            agent("GET", "/api/v1/rules/revisions", null),
            administrator("GET", "/api/v1/outbox", null),
            administrator("POST", "/api/v1/outbox/{delivery}/retry", null),
            administrator("GET", "/api/v1/providers", null));

    static Stream<Endpoint> all() {
        return Stream.concat(WITH_BODY.stream(), WITHOUT_BODY.stream());
    }

    private static Endpoint anybody(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.ANYBODY, method, path, body);
    }

    private static Endpoint visitor(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.VISITOR, method, path, body);
    }

    private static Endpoint agent(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.AGENT, method, path, body);
    }

    private static Endpoint administrator(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.ADMINISTRATOR, method, path, body);
    }

    /** The path with nameless variables, as {@link AuthorisationIT#anonymous} makes it of the contract's. */
    String anonymousPath() {
        return AuthorisationIT.anonymous(path.replace("/sites/demo", "/sites/{}"));
    }

    boolean isForAgents() {
        return path.startsWith("/api/v1/");
    }

    /** Whether a call by cookie needs the header that other sites' pages cannot send. */
    boolean changes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
