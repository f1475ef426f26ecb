package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is answered is what the contract says: its status is foreseen, and its body as described to the last member. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractedAnswersIT {
    private static final String JSON = "application/json";

    private final Running rapport;
    private World world;
    private JsonObject contract;

    ContractedAnswersIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void readTheContract() {
        contract = rapport.anybody()
                .with("Accept", JSON)
                .get("/openapi")
                .expect(200)
                .json();
        world = World.of(rapport).quiet();
    }

    static List<Endpoint> all() {
        return Endpoint.all().toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whoeverMayIsAnsweredAsTheContractSays(Endpoint endpoint) {
        String body = endpoint.body() == null ? "" : Json.write(endpoint.body());
        asTheContractSays(endpoint, world.send(endpoint, typeOf(endpoint), body));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRefusalIsAsTheContractSays(Endpoint endpoint) {
        String body = endpoint.body() == null ? "" : "{}";
        asTheContractSays(
                endpoint,
                rapport.anybody().send(endpoint.method(), world.path(endpoint.path()), typeOf(endpoint), body));
    }

    private static String typeOf(Endpoint endpoint) {
        return endpoint.body() == null ? null : JSON;
    }

    private void asTheContractSays(Endpoint endpoint, Reply reply) {
        JsonObject answers = call(endpoint).getJsonObject("responses");
        String status = Integer.toString(reply.status());
        assertThat(answers).as(reply.body()).containsKey(status);
        JsonObject content = answers.getJsonObject(status).getJsonObject("content");
        if (content == null) {
            assertThat(reply.body()).isEmpty();
            return;
        }
        String type = reply.header("Content-Type").replaceAll(";.*", "");
        assertThat(content).containsKey(type);
        assertThat(Conformity.faults(contract, content.getJsonObject(type).getJsonObject("schema"), reply.json()))
                .as(reply.body())
                .isEmpty();
    }

    private JsonObject call(Endpoint endpoint) {
        return contract.getJsonObject("paths").entrySet().stream()
                .filter(path -> AuthorisationIT.anonymous(path.getKey()).equals(endpoint.anonymousPath()))
                .map(path -> path.getValue().asJsonObject())
                .map(calls -> calls.getJsonObject(endpoint.method().toLowerCase(java.util.Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
