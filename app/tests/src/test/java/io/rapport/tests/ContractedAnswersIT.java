package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

    /** A world of one visitor has no two contacts that might be one. */
    @Test
    void mergesAndVerdictsAreAnsweredAsTheContractSays() {
        String email = UUID.randomUUID() + "@example.com";
        String known = contactOfOneWho(email);
        for (Endpoint verdict : List.of(Endpoint.CONFIRM, Endpoint.REFUSE)) {
            String claiming = contactOfOneWho(email);
            String claims = "/api/v1/contacts/" + claiming + "/claims";
            Caller agent = world.administrator().calls();
            asTheContractSays(Endpoint.CLAIMS, agent.get(claims));
            String path = verdict.path().replace("{contact}", claiming).replace("{claim}", "email");
            asTheContractSays(verdict, agent.post(path, object("candidate", known)));
            asTheContractSays(verdict, agent.post(path, object("candidate", claiming)));
        }
        String other = contactOfOneWho(UUID.randomUUID() + "@example.com");
        Caller agent = world.administrator().calls();
        String merge = "/api/v1/contacts/" + other + "/merge";
        for (int status : List.of(200, 409)) {
            asTheContractSays(
                    Endpoint.MERGE, agent.post(merge, object("into", known)).expect(status));
        }
        asTheContractSays(Endpoint.EDIT_CONTACT, agent.patch("/api/v1/contacts/" + other, object("name", "Lan")));
        for (int status : List.of(200, 409)) {
            String unmerge = "/api/v1/contacts/" + other + "/unmerge";
            asTheContractSays(
                    Endpoint.UNMERGE, agent.send("POST", unmerge, null, "").expect(status));
        }
    }

    private String contactOfOneWho(String email) {
        String conversation = rapport.visitor()
                .start("Hello", object("name", "Lan", "email", email))
                .expect(201)
                .text("/conversationId");
        return world.administrator().panel(conversation).contact();
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
