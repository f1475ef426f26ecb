package io.rapport.tests;

import static io.rapport.tests.Endpoint.CHECK;
import static io.rapport.tests.Endpoint.WRITE;
import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A body that is not the JSON that is expected is refused in Problem Details, and nothing is written. */
class BadBodyIT extends NothingWritten {

    BadBodyIT(Running rapport) {
        super(rapport);
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
}
