package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A second agent, from the invitation to the last day. */
@ExtendWith(SharedRapport.class)
class AgentsIT {
    private static final int POLICY = 1008;

    private final Running rapport;
    private final Agent administrator;

    AgentsIT(Running rapport) {
        this.rapport = rapport;
        this.administrator = rapport.administrator();
    }

    private static String unique() {
        return UUID.randomUUID() + "@example.com";
    }

    private static String path(Agent agent) {
        return "/api/v1/agents/" + agent.calls().get("/api/v1/me").text("/id");
    }

    private JsonObject listed(String email) {
        return administrator.calls().get("/api/v1/agents?limit=100").expect(200).objects("/items").stream()
                .filter(agent -> agent.getString("email").equals(email))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndAnswersCustomers() {
        String email = unique();
        Reply invitation = administrator.invite(email, "agent");
        assertThat(invitation.text("/passwordLink/link")).startsWith(rapport.base() + "/console/join#");
        assertThat(listed(email).getBoolean("invited")).isTrue();
        Refusal.of(
                rapport.anybody()
                        .with(Agent.HEADER, "rapport")
                        .post("/api/v1/sign-in", object("email", email, "password", Running.PASSWORD)),
                401);

        Agent colleague = administrator.colleague(unique(), "agent");

        String conversation = rapport.visitor().conversation();
        colleague.answer(conversation, "Hello, I am new here").expect(201);
        assertThat(listed(colleague.calls().get("/api/v1/me").text("/email")).getBoolean("invited"))
                .isFalse();
    }

    @Test
    void aDeactivatedAgentIsOutAtOnce() throws Exception {
        Agent leaving = administrator.colleague(unique(), "agent");
        String path = path(leaving);
        try (LiveSocket socket = leaving.live()) {
            administrator.calls().patch(path, object("active", false)).expect(200);

            assertThat(socket.awaitClose()).isEqualTo(POLICY);
            Refusal.of(leaving.calls().get("/api/v1/me"), 401);
        }
        Refusal.of(administrator.calls().post(path + "/password-link", ""), 409);
        assertThat(administrator
                        .calls()
                        .patch(path, object("active", true))
                        .expect(200)
                        .text("/active"))
                .isEqualTo("true");
    }

    @Test
    void anotherRoleCountsFromTheNextCallOn() {
        Agent colleague = administrator.colleague(unique(), "agent");
        Refusal.of(colleague.calls().get("/api/v1/outbox"), 403);

        Reply changed = administrator
                .calls()
                .patch(path(colleague), object("role", "administrator"))
                .expect(200);
        colleague.calls().get("/api/v1/outbox").expect(200);

        Caller late = administrator.calls().with("If-Match", "\"" + (changed.number("/version") - 1) + "\"");
        Refusal.of(late.patch(path(colleague), object("role", "agent")), 412);
        administrator
                .calls()
                .with("If-Match", changed.header("ETag"))
                .patch(path(colleague), object("role", "agent"))
                .expect(200);
        Refusal.of(colleague.calls().get("/api/v1/outbox"), 403);
    }

    @Test
    void anEmailIsInvitedOnce() {
        String email = unique();
        administrator.invite(email, "agent");

        Refusal.of(
                administrator
                        .calls()
                        .post("/api/v1/agents", object("name", "Other", "email", email.toUpperCase(), "role", "agent")),
                409);
    }
}
