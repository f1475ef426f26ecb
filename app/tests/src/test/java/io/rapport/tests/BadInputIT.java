package io.rapport.tests;

import static io.rapport.tests.Endpoint.ANSWER;
import static io.rapport.tests.Endpoint.CHANGE_AGENT;
import static io.rapport.tests.Endpoint.CHECK;
import static io.rapport.tests.Endpoint.CONTACT_ATTRIBUTE;
import static io.rapport.tests.Endpoint.CONVERSATION_ATTRIBUTE;
import static io.rapport.tests.Endpoint.EDIT_CONTACT;
import static io.rapport.tests.Endpoint.FIRST_ADMINISTRATOR;
import static io.rapport.tests.Endpoint.INVITE;
import static io.rapport.tests.Endpoint.NEW_DEFINITION;
import static io.rapport.tests.Endpoint.NEW_LABEL;
import static io.rapport.tests.Endpoint.NEW_SITE;
import static io.rapport.tests.Endpoint.NEW_TOKEN;
import static io.rapport.tests.Endpoint.PUBLISH;
import static io.rapport.tests.Endpoint.SET_PASSWORD;
import static io.rapport.tests.Endpoint.SIGN_IN;
import static io.rapport.tests.Endpoint.START;
import static io.rapport.tests.Endpoint.WRITE;
import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer says in Problem Details what is wrong with it, and nothing was written. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    private static final String JSON = "application/json";
    private static final String NUL = "\"a\\u0000b\"";
    private static final String LONE_SURROGATE = "\"a\\ud800b\"";
    private static final String TEXT = "text";

    /** Blanks are as good as any other sign in them. */
    private static final List<String> SECRETS = List.of("password", "token");

    /** Failed attempts to sign in are counted: that much is written. */
    private static final String ATTEMPTS = "access.sign_in_attempts";

    private final Running rapport;
    private World world;
    private Map<String, Long> before;

    BadInputIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void makeTheWorld() {
        world = World.of(rapport).quiet();
    }

    @BeforeEach
    void countRows() {
        before = rows();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = rapport.database().rows();
        rows.remove(ATTEMPTS);
        return rows;
    }

    static List<Endpoint> withBody() {
        return Endpoint.WITH_BODY;
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void whatIsNoJsonObjectIsABadRequest(Endpoint endpoint) {
        for (String body : List.of(
                "",
                " ",
                "{",
                "}",
                "[",
                "{\"text\":",
                "{'text':'a'}",
                "nonsense",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "7",
                "true",
                "[".repeat(20_000),
                "{\"a\":".repeat(20_000))) {
            Reply reply = world.send(endpoint, JSON, body);
            assertThat(reply.status()).as("to '%.40s': %s", body, reply.body()).isEqualTo(400);
            Refusal.of(reply, 400);
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aBodyOfAnotherTypeIsRefused(Endpoint endpoint) {
        String body = Json.write(endpoint.body());
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "text/html")) {
            Refusal.of(world.send(endpoint, type, body), 415);
        }
        Refusal.of(world.send(endpoint, null, body), 415);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void fiveMegabytesAreTooLarge(Endpoint endpoint) {
        String body = "{\"text\":\"" + "x".repeat(5 << 20) + "\"}";
        Refusal.of(world.send(endpoint, JSON, body), 413);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void aFieldOfAnotherShapeIsRefused(Endpoint endpoint) {
        for (String field : endpoint.body().keySet()) {
            Map<String, Object> body = object();
            body.putAll(endpoint.body());
            body.put(field, endpoint.body().get(field) instanceof String ? List.of(object()) : "nonsense");
            Reply reply = world.send(endpoint, JSON, Json.write(body));
            if (endpoint == CHECK) {
                assertThat(reply.expect(200).text("/findings/0/severity")).isEqualTo("error");
            } else {
                assertThat(reply.status()).as(reply.body()).isIn(400, 422);
                Refusal.of(reply, reply.status());
            }
        }
    }

    /** Call, JSON Pointer to the text, its name in the answer, characters allowed, whether it is required. */
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(START, "/text", TEXT, 10_000, true),
                arguments(START, "/clientMessageId", "clientMessageId", 100, true),
                arguments(START, "/preChat/name", "preChat.name", 10_000, true),
                arguments(START, "/preChat/email", "preChat.email", 254, true),
                arguments(START, "/preChat/phone", "preChat.phone", 10_000, false),
                arguments(START, "/preChat/reason", "preChat.reason", 100, false),
                arguments(WRITE, "/text", TEXT, 10_000, true),
                arguments(WRITE, "/clientMessageId", "clientMessageId", 100, true),
                arguments(SIGN_IN, "/email", "email", 254, true),
                arguments(SIGN_IN, "/password", "password", 1_000, true),
                arguments(FIRST_ADMINISTRATOR, "/token", "token", 100, true),
                arguments(FIRST_ADMINISTRATOR, "/name", "name", 100, true),
                arguments(FIRST_ADMINISTRATOR, "/email", "email", 254, true),
                arguments(FIRST_ADMINISTRATOR, "/password", "password", 1_000, true),
                arguments(SET_PASSWORD, "/token", "token", 100, true),
                arguments(SET_PASSWORD, "/password", "password", 1_000, true),
                arguments(INVITE, "/name", "name", 100, true),
                arguments(INVITE, "/email", "email", 254, true),
                arguments(INVITE, "/role", "role", 20, true),
                arguments(NEW_TOKEN, "/name", "name", 100, true),
                arguments(NEW_TOKEN, "/scopes/0", "scopes", 20, true),
                arguments(NEW_TOKEN, "/expiresAt", "expiresAt", 40, true),
                arguments(CHANGE_AGENT, "/name", "name", 100, true),
                arguments(CHANGE_AGENT, "/role", "role", 20, true),
                arguments(ANSWER, "/text", TEXT, 10_000, true),
                arguments(EDIT_CONTACT, "/name", "name", 10_000, false),
                arguments(EDIT_CONTACT, "/email", "email", 254, false),
                arguments(EDIT_CONTACT, "/phone", "phone", 10_000, false),
                arguments(CONTACT_ATTRIBUTE, "/value", "value", 10_000, false),
                arguments(CONVERSATION_ATTRIBUTE, "/value", "value", 10_000, false),
                arguments(Endpoint.INTRODUCE, "/name", "name", 10_000, false),
                arguments(Endpoint.INTRODUCE, "/identityToken", "identityToken", 8_192, false),
                arguments(Endpoint.MERGE, "/into", "into", 36, true),
                arguments(Endpoint.CONFIRM, "/candidate", "candidate", 36, true),
                arguments(Endpoint.REFUSE, "/candidate", "candidate", 36, true),
                arguments(NEW_LABEL, "/name", "name", 100, true),
                arguments(NEW_LABEL, "/colour", "colour", 7, false),
                arguments(NEW_LABEL, "/description", "description", 10_000, false),
                arguments(NEW_DEFINITION, "/key", "key", 64, true),
                arguments(NEW_DEFINITION, "/name", "name", 100, true),
                arguments(NEW_DEFINITION, "/description", "description", 10_000, false),
                arguments(NEW_DEFINITION, "/group", "group", 1_000, false),
                arguments(NEW_SITE, "/key", "key", 100, true),
                arguments(NEW_SITE, "/name", "name", 100, true),
                arguments(NEW_SITE, "/title", "title", 100, true),
                arguments(NEW_SITE, "/greeting", "greeting", 500, false),
                arguments(NEW_SITE, "/privacyNotice", "privacyNotice", 1_000, false),
                arguments(NEW_SITE, "/region", "region", 100, true),
                arguments(NEW_SITE, "/timeZone", "timeZone", 100, true),
                arguments(NEW_SITE, "/locale", "locale", 100, true),
                arguments(NEW_SITE, "/colour", "colour", 7, true),
                arguments(PUBLISH, "/note", "note", 10_000, false));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextThatCannotBeKeptIsNamed(Endpoint endpoint, String pointer, String field, int most, boolean required) {
        List<String> wrong = new ArrayList<>(List.of(NUL, LONE_SURROGATE, "\"" + "x".repeat(most + 1) + "\""));
        if (required) {
            wrong.add("\"\"");
        }
        if (required && !SECRETS.contains(field)) {
            wrong.add("\"   \"");
        }
        for (String value : wrong) {
            Refusal.of(world.send(endpoint, JSON, with(endpoint, pointer, value)), 422)
                    .naming(field);
        }
    }

    private static String with(Endpoint endpoint, String pointer, String literal) {
        JsonObject valid = Json.read(Json.write(endpoint.body())).asJsonObject();
        return jakarta.json.Json.createPointer(pointer)
                .add(valid, jakarta.json.Json.createValue("@@"))
                .toString()
                .replace("\"@@\"", literal);
    }

    @ParameterizedTest
    @ValueSource(strings = {NUL, LONE_SURROGATE})
    void whatNoAttributeCanHoldIsNamed(String value) {
        for (Endpoint endpoint : List.of(Endpoint.CONTACT_ATTRIBUTES, Endpoint.CONVERSATION_ATTRIBUTES)) {
            String key = endpoint.body().keySet().iterator().next();
            Refusal.of(world.send(endpoint, JSON, with(endpoint, "/" + key, value)), 422)
                    .naming(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {NUL, LONE_SURROGATE})
    void theKeyOfAnAttributeIsCheckedLikeItsValue(String key) {
        for (Endpoint endpoint : List.of(Endpoint.CONTACT_ATTRIBUTES, Endpoint.CONVERSATION_ATTRIBUTES)) {
            Reply reply = world.send(endpoint, JSON, "{" + key + ":\"x\"}");
            assertThat(reply.status()).as(reply.body()).isIn(200, 422);
            assertThat(reply.body()).doesNotContain("Exception");
        }
    }

    @Test
    void aKeyForRetriesThatIsTooLongIsNamed() {
        Caller agent = world.administrator().calls().with("Idempotency-Key", "k".repeat(101));
        Refusal.of(agent.post(world.path(ANSWER.path()), ANSWER.body()), 422).naming("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {NUL, LONE_SURROGATE, "\"\""})
    void aRuleIsRefusedByThePathOfWhatIsWrong(String value) {
        String rule = Json.write(object(
                        "name",
                        "@@",
                        "event",
                        "messageReceived",
                        "when",
                        object("field", "message.text", "op", "contains", "value", "x"),
                        "then",
                        List.of(object("addLabel", world.label()))))
                .replace("\"@@\"", value);
        long inForce = world.administrator().calls().get("/api/v1/rules").number("/revision");
        Refusal.of(world.send(PUBLISH, JSON, "{\"rules\":[" + rule + "],\"basedOn\":" + inForce + "}"), 422)
                .naming("rules[0].name");
    }

    @Test
    void moreThanItsDeclaredShareIsTooLargeWithoutADeclaredLength() {
        byte[] body = ("{\"clientMessageId\":\"m\",\"text\":\"" + "x".repeat(300_000) + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Reply reply = world.caller(WRITE)
                .send(
                        "POST",
                        world.path(WRITE.path()),
                        JSON,
                        java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(body)));
        Refusal.of(reply, 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "%00", "DEMO%20", "..", "%F0%9F%92%A9"})
    void anUnknownSiteIsNotFound(String key) {
        String site = "/widget/v1/sites/" + key;
        assertThat(rapport.anybody().get(site).status()).isIn(400, 404);
        Reply reply = rapport.anybody().post(site + "/sessions", object());
        assertThat(reply.status()).as(reply.body()).isIn(400, 404);
        Refusal.of(rapport.anybody().get("/widget/v1/sites/nowhere"), 404);
    }

    static Stream<String> wrongIds() {
        return Stream.of(
                UUID.randomUUID().toString(),
                "1",
                "not-an-id",
                "00000000-0000-0000-0000-00000000000g",
                "1-1-1-1-1",
                "%20");
    }

    @ParameterizedTest
    @MethodSource("wrongIds")
    void anIdThatNamesNothingIsNotFound(String id) {
        for (Endpoint endpoint : Endpoint.all().toList()) {
            for (String variable : List.of(
                    "{conversation}",
                    "{contact}",
                    "{label}",
                    "{delivery}",
                    "{agent}",
                    "{token}",
                    "{site}",
                    "{secret}")) {
                boolean removesNothing = endpoint.method().equals("DELETE") && variable.equals("{label}");
                if (endpoint.path().contains(variable) && !removesNothing) {
                    String path = world.path(endpoint.path().replace(variable, id));
                    String body = endpoint.body() == null ? "" : Json.write(endpoint.body());
                    String type = endpoint.body() == null ? null : JSON;
                    Refusal.of(world.caller(endpoint).send(endpoint.method(), path, type, body), 404);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/widget/v1/conversations/{conversation}/messages",
                "/api/v1/conversations",
                "/api/v1/conversations/{conversation}/messages",
                "/api/v1/contacts/{contact}/history",
                "/api/v1/conversations/{conversation}/history",
                "/api/v1/contacts/{contact}/attributes/{ofContact}",
                "/api/v1/conversations/{conversation}/attributes/{ofConversation}",
                "/api/v1/agents",
                "/api/v1/tokens",
                "/api/v1/rules/revisions"
            })
    void aCursorThatNobodyGaveOutIsNamed(String list) {
        Caller caller = list.startsWith("/widget/")
                ? world.visitor().calls()
                : world.administrator().calls();
        for (String cursor : List.of("nonsense", "%00", "-", "99999999999999999999999", "_", "1_2", "*")) {
            Refusal.of(caller.get(world.path(list) + "?after=" + cursor), 422).naming("after");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/widget/v1/conversations/{conversation}/messages",
                "/api/v1/conversations",
                "/api/v1/conversations/{conversation}/messages",
                "/api/v1/contacts/{contact}/history",
                "/api/v1/conversations/{conversation}/history",
                "/api/v1/contacts/{contact}/attributes/{ofContact}",
                "/api/v1/conversations/{conversation}/attributes/{ofConversation}",
                "/api/v1/labels",
                "/api/v1/agents",
                "/api/v1/tokens",
                "/api/v1/rules/revisions"
            })
    void aLimitOutOfBoundsIsNamed(String list) {
        Caller caller = list.startsWith("/widget/")
                ? world.visitor().calls()
                : world.administrator().calls();
        for (String limit : List.of("0", "-1", "101", "2147483648", "ten", "")) {
            Refusal.of(caller.get(world.path(list) + "?limit=" + limit), 422).naming("limit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=closed", "label=nonsense", "label=", "status="})
    void aFilterThatMeansNothingIsNamed(String filter) {
        Refusal.of(world.administrator().calls().get("/api/v1/conversations?" + filter), 422)
                .naming(filter.substring(0, filter.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/contacts/{contact}", "/api/v1/conversations/{conversation}"})
    void aHistoryOfWhatIsNotKeptIsNamed(String subject) {
        Refusal.of(world.administrator().calls().get(world.path(subject) + "/history?kind=label&kind=weather"), 422)
                .naming("kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobodysAttribute", "Bad%20Key", "a%F0%9F%92%A9"})
    void anAttributeThatNobodyDeclaredOrUsedIsNotFound(String key) {
        for (String subject : List.of("/api/v1/contacts/{contact}", "/api/v1/conversations/{conversation}")) {
            Caller agent = world.administrator().calls();
            String path = world.path(subject) + "/attributes/" + key;
            Refusal.of(agent.get(path), 404);
            Refusal.of(agent.post(path + "/pin", object()), 404);
            Refusal.of(agent.send("POST", path + "/release", null, ""), 404);
            Refusal.of(agent.send("PUT", path, JSON, "{\"value\":\"x\"}"), 422).naming("value");
        }
    }

    @Test
    void whoseValueIsToBePinnedIsChecked() {
        Caller agent = world.administrator().calls();
        String path = world.path("/api/v1/contacts/{contact}/attributes/{ofContact}");
        Refusal.of(agent.post(path + "/pin", object("source", "rumour", "sourceId", "x")), 422)
                .naming("source");
        Refusal.of(agent.post(path + "/pin", object("source", "plugin")), 422).naming("sourceId");
        Refusal.of(agent.post(path + "/pin", object("sourceId", "crm")), 422).naming("source");
        Refusal.of(agent.post(path + "/pin", object("source", "plugin", "sourceId", "crm")), 422)
                .naming("source");
        Refusal.of(agent.send("PUT", path, JSON, "{}"), 422).naming("value");
        Refusal.of(agent.with("If-None-Match", "\"v1\"").send("PUT", path, JSON, "{\"value\":\"x\"}"), 422)
                .naming("If-None-Match");
        Refusal.of(agent.with("If-Match", "nonsense").send("PUT", path, JSON, "{\"value\":\"x\"}"), 412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing", "/widget/v1/nothing", "/api/v1/conversations/x/y/z", "/api/v1"})
    void whatDoesNotExistIsNotFound(String path) {
        Refusal.of(world.administrator().calls().get(path), 404);
    }

    @Test
    void aMethodThatIsNotOfferedIsRefused() {
        Refusal.of(world.administrator().calls().delete("/api/v1/me"), 405);
        Refusal.of(world.visitor().calls().delete(world.path(WRITE.path())), 405);
    }
}
