package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number has as many digits as it was given, also where a browser's own numbers would round it. */
@ExtendWith(SharedRapport.class)
class ExactNumbersIT {
    private final Agent agent;
    private final String conversation;
    private final String key = "n" + UUID.randomUUID().toString().replace('-', '_');

    ExactNumbersIT(Running rapport) {
        this.agent = rapport.administrator();
        this.conversation = rapport.visitor().conversation();
        agent.calls()
                .post(
                        "/api/v1/attribute-definitions",
                        object("subject", "contact", "key", key, "name", "Exactly", "type", "number"))
                .expect(201);
    }

    private Panel after(String patch) {
        String contact = agent.panel(conversation).contact();
        agent.calls()
                .patch("/api/v1/contacts/" + contact + "/attributes", patch)
                .expect(200);
        return agent.panel(conversation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740993", "0.1234567890123456789", "-12345678901234567890.25", "1000000000000000000000"
            })
    void beyondWhatADoubleKeepsItIsToldAsText(String number) {
        Panel asNumber = after("{\"" + key + "\": " + number + "}");
        assertThat(asNumber.attribute(Panel.CONTACT, key).orElseThrow().getString("value"))
                .isEqualTo(number);
        Panel asText = after("{\"" + key + "\": \"" + number + "\"}");
        assertThat(asText.attribute(Panel.CONTACT, key).orElseThrow().getString("value"))
                .isEqualTo(number);
        Panel afterAnother = after("{\"hometown\": \"Huế\"}");
        assertThat(afterAnother.attribute(Panel.CONTACT, key).orElseThrow().getString("value"))
                .isEqualTo(number);
    }

    @Test
    void whereItComesFromAndWhatHappenedAreToldTheSameWay() {
        String number = "9007199254740993";
        Panel panel = after("{\"" + key + "\": " + number + "}");
        String contact = "/api/v1/contacts/" + panel.contact();
        Reply story = agent.calls().get(contact + "/attributes/" + key).expect(200);
        assertThat(story.text("/values/0/value")).isEqualTo(number);
        assertThat(story.text("/changes/items/0/after")).isEqualTo(number);
        assertThat(agent.calls()
                        .get(contact + "/history?kind=value")
                        .expect(200)
                        .objects("/items"))
                .map(entry -> entry.getJsonObject("value"))
                .filteredOn(value -> value.getString("key").equals(key))
                .first()
                .satisfies(value -> assertThat(value.getString("after")).isEqualTo(number));
    }

    @Test
    void anOrdinaryNumberIsToldAsANumber() {
        JsonValue told = after("{\"" + key + "\": \"123456789.125\"}")
                .attribute(Panel.CONTACT, key)
                .orElseThrow()
                .get("value");
        assertThat(told.getValueType()).isEqualTo(JsonValue.ValueType.NUMBER);
        assertThat(told).hasToString("123456789.125");
    }
}
