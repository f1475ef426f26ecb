package io.rapport.tests;

import static io.rapport.tests.Endpoint.WRITE;
import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that leads nowhere is answered in Problem Details, a wrong parameter by its name. */
class BadAddressIT extends NothingWritten {

    BadAddressIT(Running rapport) {
        super(rapport);
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
            for (String variable :
                    List.of("{conversation}", "{contact}", "{label}", "{delivery}", "{agent}", "{token}")) {
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
