package io.rapport.tests;

import static io.rapport.tests.Json.object;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision about an attribute's values that means nothing is refused by the name of what is wrong, a history likewise. */
class BadDecisionIT extends NothingWritten {

    BadDecisionIT(Running rapport) {
        super(rapport);
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
    }

    @Test
    void whatAnEditSawAndSaysIsChecked() {
        Caller agent = world.administrator().calls();
        String path = world.path("/api/v1/contacts/{contact}/attributes/{ofContact}");
        Refusal.of(agent.send("PUT", path, JSON, "{}"), 422).naming("value");
        Refusal.of(agent.with("If-None-Match", "\"v1\"").send("PUT", path, JSON, "{\"value\":\"x\"}"), 422)
                .naming("If-None-Match");
        Refusal.of(agent.with("If-Match", "nonsense").send("PUT", path, JSON, "{\"value\":\"x\"}"), 412);
    }
}
