package io.rapport.tests;

import static io.rapport.tests.Endpoint.ANSWER;
import static io.rapport.tests.Endpoint.CHANGE_AGENT;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that cannot be kept is refused by the name of its field, and nothing is written. */
class BadTextIT extends NothingWritten {
    private static final String NUL = "\"a\\u0000b\"";
    private static final String LONE_SURROGATE = "\"a\\ud800b\"";
    private static final String TEXT = "text";

    /** Blanks are as good as any other sign in them. */
    private static final List<String> SECRETS = List.of("password", "token");

    BadTextIT(Running rapport) {
        super(rapport);
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
}
