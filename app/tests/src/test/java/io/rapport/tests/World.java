package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;

/**
 * A visitor with a conversation, an administrator, an agent whom nobody is, a token that nobody has, and a site with an
 * identity secret: what the calls of a table are made with and upon.
 */
record World(
        Running rapport,
        Visitor visitor,
        Agent administrator,
        String conversation,
        String contact,
        String label,
        String definition,
        String agent,
        String token,
        String site,
        String secret) {
    private static final String UNFINISHED = "select (select count(*) from outbox.delivery where not stuck) "
            + "+ (select count(*) from labelling.occasion where pending_until is not null)";

    static World of(Running rapport) {
        Visitor visitor = rapport.visitor();
        Agent administrator = rapport.administrator();
        Map<String, Object> answers = Visitor.answers();
        answers.put("reason", "Something else");
        String conversation = visitor.start("Hello", answers).expect(201).text("/conversationId");
        String label = administrator.label("label " + UUID.randomUUID(), "conversation", "contact");
        String site = administrator
                .calls()
                .post("/api/v1/sites", object("key", UUID.randomUUID().toString(), "name", "Another shop"))
                .expect(201)
                .text("/id");
        return new World(
                rapport,
                visitor,
                administrator,
                conversation,
                administrator.panel(conversation).contact(),
                label,
                definition(administrator, "reason"),
                administrator
                        .invite(UUID.randomUUID() + "@example.com", "agent")
                        .text("/agent/id"),
                administrator.token("nobody's", "rules:read").text("/token/id"),
                site,
                administrator
                        .calls()
                        .send("POST", "/api/v1/sites/" + site + "/identity-secret", null, "")
                        .expect(201)
                        .text("/id"));
    }

    private static String definition(Agent administrator, String key) {
        return administrator
                .calls()
                .get("/api/v1/attribute-definitions?subject=conversation")
                .objects("/items")
                .stream()
                .filter(definition -> definition.getString("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    /** Waits until the server has nothing left to do, so that from now on only calls change something. */
    World quiet() {
        await("nothing is left to do")
                .atMost(Caller.PATIENCE.multipliedBy(2))
                .until(() -> rapport.database().count(UNFINISHED) == 0);
        return this;
    }

    String path(String template) {
        return template.replace("{conversation}", conversation)
                .replace("{contact}", contact)
                .replace("{ofContact}", "name")
                .replace("{ofConversation}", "reason")
                .replace("{label}", label)
                .replace("{definition}", definition)
                .replace("{agent}", agent)
                .replace("{token}", token)
                .replace("{site}", site)
                .replace("{secret}", secret)
                .replace("{claim}", "email")
                .replace("{delivery}", "1");
    }

    /** Somebody who may make the call. */
    Caller caller(Endpoint endpoint) {
        return switch (endpoint.role()) {
            case ANYBODY -> rapport.anybody().with(Agent.HEADER, "rapport");
            case VISITOR -> visitor.calls();
            case AGENT, ADMINISTRATOR -> administrator.calls();
        };
    }

    /** The call as somebody who may make it, with a body of one's own. */
    Reply send(Endpoint endpoint, String contentType, String body) {
        return caller(endpoint).send(endpoint.method(), path(endpoint.path()), contentType, body);
    }
}
