package io.rapport.tests;

import static io.rapport.tests.Json.object;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One call that the product offers.
 *
 * @param path with {@code {conversation}} and the like, as {@link World#path} fills them in
 * @param body one that is accepted; null where there is none
 * @param scopes what an API token needs for it, all of it; empty: no token may, or everybody
 */
record Endpoint(Role role, String method, String path, Map<String, Object> body, Set<String> scopes) {

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
    static final Endpoint INTRODUCE = visitor("PATCH", "/widget/v1/contact", object("name", "Lan"));
    static final Endpoint DESCRIBE =
            visitor("PATCH", "/widget/v1/conversations/{conversation}/attributes", object("reason", "Other"));
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
    static final Endpoint NEW_TOKEN = administrator(
            "POST",
            "/api/v1/tokens",
            object(
                    "name", "Fresh",
                    "scopes", List.of("contacts:read"),
                    "expiresAt", Instant.now().plus(Duration.ofDays(30)).toString()));
    static final Endpoint CHANGE_AGENT =
            administrator("PATCH", "/api/v1/agents/{agent}", object("name", "Nam", "role", "agent", "active", true));
    static final Endpoint ANSWER = agent(
                    "POST", "/api/v1/conversations/{conversation}/messages", object("text", "Hello"))
            .scoped("messages:write");
    static final Endpoint CHANGE_CONVERSATION = agent(
                    "PATCH", "/api/v1/conversations/{conversation}", object("status", "open"))
            .scoped("conversations:read", "conversations:write");
    static final Endpoint CONVERSATION_ATTRIBUTES = agent(
                    "PATCH", "/api/v1/conversations/{conversation}/attributes", object("product", "Shoes"))
            .scoped("conversations:write");
    static final Endpoint EDIT_CONTACT = agent("PATCH", "/api/v1/contacts/{contact}", object("name", "Lan"))
            .scoped("contacts:read", "contacts:write");
    static final Endpoint CONTACT_ATTRIBUTES = agent(
                    "PATCH", "/api/v1/contacts/{contact}/attributes", object("hometown", "Huế"))
            .scoped("contacts:write");
    static final Endpoint CONTACT_ATTRIBUTE =
            agent("PUT", "/api/v1/contacts/{contact}/attributes/{ofContact}", object("value", "Lan"));
    static final Endpoint CONVERSATION_ATTRIBUTE = agent(
            "PUT", "/api/v1/conversations/{conversation}/attributes/{ofConversation}", object("value", "A refund"));
    /** A contact that is not there. */
    private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

    static final Endpoint CLAIMS =
            agent("GET", "/api/v1/contacts/{contact}/claims", null).scoped("contacts:read");
    static final Endpoint MERGE = agent("POST", "/api/v1/contacts/{contact}/merge", object("into", NOBODY));
    static final Endpoint UNMERGE = agent("POST", "/api/v1/contacts/{contact}/unmerge", null);
    static final Endpoint CONFIRM =
            agent("POST", "/api/v1/contacts/{contact}/claims/{claim}/confirm", object("candidate", NOBODY));
    static final Endpoint REFUSE =
            agent("POST", "/api/v1/contacts/{contact}/claims/{claim}/refuse", object("candidate", NOBODY));

    /** Calls that need a second contact, which a world of one visitor has not. */
    static final Set<Endpoint> OF_TWO_CONTACTS = Set.of(MERGE, UNMERGE, CONFIRM, REFUSE);

    static final Endpoint NEW_LABEL = agent(
                    "POST",
                    "/api/v1/labels",
                    object("name", "fresh", "colour", "#336699", "appliesTo", List.of("conversation")))
            .scoped("settings:write");
    static final Endpoint NEW_DEFINITION = administrator(
                    "POST",
                    "/api/v1/attribute-definitions",
                    object("subject", "contact", "key", "size", "name", "Size", "type", "text"))
            .scoped("settings:write");
    static final Endpoint CHANGE_DEFINITION = administrator(
                    "PATCH", "/api/v1/attribute-definitions/{definition}", object("description", "Why they write"))
            .scoped("settings:write");
    static final Endpoint CHECK_DEFINITION = administrator(
                    "POST", "/api/v1/attribute-definitions/{definition}/check", object("description", "Why they write"))
            .scoped("settings:read");
    static final Endpoint NEW_SITE = administrator("POST", "/api/v1/sites", object("key", "second", "name", "Second"))
            .scoped("settings:write");
    static final Endpoint PUBLISH = administrator(
                    "POST", "/api/v1/rules/publish", object("rules", List.of(), "note", "", "basedOn", 0))
            .scoped("rules:publish");
    static final Endpoint CHECK = administrator("POST", "/api/v1/rules/check", object("rules", List.of()))
            .scoped("rules:read");

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
            NEW_TOKEN,
            CHANGE_AGENT,
            ANSWER,
            CHANGE_CONVERSATION,
            agent("POST", "/api/v1/conversations/{conversation}/read", object("upTo", 1)),
            CONVERSATION_ATTRIBUTES,
            EDIT_CONTACT,
            CONTACT_ATTRIBUTES,
            INTRODUCE,
            DESCRIBE,
            MERGE,
            CONFIRM,
            REFUSE,
            CONTACT_ATTRIBUTE,
            agent("POST", "/api/v1/contacts/{contact}/attributes/{ofContact}/pin", object()),
            CONVERSATION_ATTRIBUTE,
            agent("POST", "/api/v1/conversations/{conversation}/attributes/{ofConversation}/pin", object()),
            NEW_LABEL,
            NEW_DEFINITION,
            CHANGE_DEFINITION,
            CHECK_DEFINITION,
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
            administrator("GET", "/api/v1/tokens", null),
            administrator("DELETE", "/api/v1/tokens/{token}", null),
            agent("GET", "/api/v1/conversations", null).scoped("conversations:read"),
            agent("GET", "/api/v1/conversations/{conversation}", null).scoped("conversations:read"),
            agent("GET", "/api/v1/conversations/{conversation}/messages", null).scoped("conversations:read"),
            agent("GET", "/api/v1/conversations/{conversation}/panel", null)
                    .scoped("conversations:read", "contacts:read"),
            agent("PUT", "/api/v1/conversations/{conversation}/labels/{label}", null)
                    .scoped("conversations:write"),
            agent("DELETE", "/api/v1/conversations/{conversation}/labels/{label}", null)
                    .scoped("conversations:write"),
            agent("GET", "/api/v1/contacts/{contact}", null).scoped("contacts:read"),
            CLAIMS,
            UNMERGE,
            agent("PUT", "/api/v1/contacts/{contact}/labels/{label}", null).scoped("contacts:write"),
            agent("DELETE", "/api/v1/contacts/{contact}/labels/{label}", null).scoped("contacts:write"),
            agent("GET", "/api/v1/contacts/{contact}/attributes/{ofContact}", null)
                    .scoped("contacts:read"),
            agent("POST", "/api/v1/contacts/{contact}/attributes/{ofContact}/release", null),
            agent("GET", "/api/v1/contacts/{contact}/history", null).scoped("contacts:read", "conversations:read"),
            agent("GET", "/api/v1/conversations/{conversation}/attributes/{ofConversation}", null)
                    .scoped("conversations:read"),
            agent("POST", "/api/v1/conversations/{conversation}/attributes/{ofConversation}/release", null),
            agent("GET", "/api/v1/conversations/{conversation}/history", null).scoped("conversations:read"),
            agent("GET", "/api/v1/labels", null).scoped("settings:read"),
            agent("GET", "/api/v1/attribute-definitions", null).scoped("settings:read"),
            agent("GET", "/api/v1/attribute-definitions/{definition}", null).scoped("settings:read"),
            administrator("GET", "/api/v1/attribute-definitions/undeclared?subject=contact", null)
                    .scoped("settings:read"),
            administrator("DELETE", "/api/v1/attribute-definitions/{definition}", null)
                    .scoped("settings:write"),
            agent("GET", "/api/v1/sites", null).scoped("settings:read"),
            administrator("GET", "/api/v1/sites/{site}/identity-secret", null),
            administrator("POST", "/api/v1/sites/{site}/identity-secret", null),
            administrator("DELETE", "/api/v1/sites/{site}/identity-secret/{secret}", null),
            agent("GET", "/api/v1/rules", null).scoped("rules:read"),
            agent("GET", "/api/v1/rules/revisions", null).scoped("rules:read"),
            administrator("GET", "/api/v1/outbox", null).scoped("operations:read"),
            administrator("POST", "/api/v1/outbox/{delivery}/retry", null).scoped("operations:write"),
            administrator("GET", "/api/v1/providers", null).scoped("operations:read"));

    static Stream<Endpoint> all() {
        return Stream.concat(WITH_BODY.stream(), WITHOUT_BODY.stream());
    }

    private static Endpoint anybody(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.ANYBODY, method, path, body, Set.of());
    }

    private static Endpoint visitor(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.VISITOR, method, path, body, Set.of());
    }

    private static Endpoint agent(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.AGENT, method, path, body, Set.of());
    }

    private static Endpoint administrator(String method, String path, Map<String, Object> body) {
        return new Endpoint(Role.ADMINISTRATOR, method, path, body, Set.of());
    }

    /** The same call, which a token may make that has all of these scopes. */
    private Endpoint scoped(String... needed) {
        return new Endpoint(role, method, path, body, Set.of(needed));
    }

    /** The path with nameless variables, as {@link AuthorisationIT#anonymous} makes it of the contract's. */
    String anonymousPath() {
        return AuthorisationIT.anonymous(
                path.replace("/sites/demo", "/sites/{}").replaceFirst("\\?.*", ""));
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
