package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.AgentCard;
import io.rapport.access.CurrentAgent;
import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.labelling.internal.RuleResource.Draft;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules over HTTP")
class RuleResourceTest {

    private static final String DRAFT =
            "{'rules':[{'name':'Refunds','event':'messageReceived','when':{'field':'message.text','op':'contains','value':'refund'},'then':[{'addLabel':'vip'}]}],'note':'first','basedOn':%s}";

    private static final Jsonb JSONB = JsonbBuilder.create();
    private static Bench bench;
    private static RuleResource resource;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() throws Exception {
        JSONB.close();
        bench.close();
    }

    @BeforeEach
    void wire() throws IOException {
        bench.clear();
        CurrentAgent mai = () -> new AgentCard(new UUID(0, 5), "Mai", "mai@example.com", Role.ADMINISTRATOR, true);
        resource = new RuleResource();
        resource.publishing = bench.publishing;
        resource.revisions = bench.revisions;
        resource.attributes = bench.attributes;
        resource.labels = bench.labels;
        resource.caller = mai;
    }

    @Test
    void saysSoBeforeAnythingWasPublished() {
        JsonObject answer = sent(resource.inForce());
        assertThat(answer.getInt("revision")).isZero();
        assertThat(answer.getJsonArray("rules")).isEmpty();
    }

    @Test
    void answersWhatWasPublishedWithSentences() {
        JsonObject published = sent(resource.publish(received(DRAFT.formatted("null"))));
        assertThat(published.getInt("revision")).isEqualTo(1);
        assertThat(published.getString("note")).isEqualTo("first");
        assertThat(published.getJsonObject("author").getString("name")).isEqualTo("Mai");
        JsonObject rule = published.getJsonArray("rules").getJsonObject(0);
        assertThat(rule.getString("sentence")).isEqualTo("when the message contains \"refund\" then add label \"vip\"");
        assertThat(rule.getJsonObject("when"))
                .isEqualTo(Bench.json("{'field':'message.text','op':'contains','value':'refund'}"));
        assertThat(sent(resource.inForce())).isEqualTo(published);
    }

    @Test
    void takesBackWhatItAnswered() {
        resource.publish(received(DRAFT.formatted("0")));
        JsonObject answer = sent(resource.inForce());
        Draft again = received("{\"rules\":" + answer.get("rules") + ",\"basedOn\":1}");
        assertThat(sent(resource.publish(again)).get("rules")).isEqualTo(answer.get("rules"));
    }

    @Test
    void refusesNonsenseByItsField() {
        assertThat(catchThrowableOfType(Problem.class, () -> resource.publish(received("{}")))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("rules");
        assertThat(catchThrowableOfType(
                                Problem.class, () -> resource.publish(received("{'rules':[],'note':'a\\u0000'}")))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("note");
        assertThat(catchThrowableOfType(Problem.class, () -> resource.revisions("x", "0"))
                        .errors())
                .extracting(FieldError::field)
                .containsExactly("after", "limit");
    }

    @Test
    void checksWithoutPublishing() {
        JsonObject answer = sent(
                resource.check(
                        received(
                                "{'rules':[{'name':'a','event':'messageReceived','when':{'field':'session.city','op':'isNot','value':'Hue'},'then':[{'addLabel':'nope'}]}]}")));
        assertThat(answer.getJsonArray("findings").getValuesAs(JsonObject.class))
                .extracting(finding -> finding.getString("severity") + " " + finding.getString("field"))
                .containsExactly("warning rules[0].when.op", "error rules[0].then[0].addLabel");
        assertThat(bench.revisions.latestNumber()).isZero();
    }

    @Test
    void pagesThroughRevisions() {
        for (int i = 0; i < 3; i++) {
            resource.publish(received(DRAFT.formatted(i)));
        }
        JsonObject first = sent(resource.revisions(null, "2"));
        assertThat(first.getJsonArray("items")).hasSize(2);
        assertThat(first.getJsonArray("items").getJsonObject(0).getInt("revision"))
                .isEqualTo(3);
        JsonObject second = sent(resource.revisions(first.getString("next"), "2"));
        assertThat(second.getJsonArray("items")).hasSize(1);
        assertThat(second.containsKey("next")).isFalse();
    }

    private static Draft received(String quoted) {
        return JSONB.fromJson(quoted.replace('\'', '"'), Draft.class);
    }

    private static JsonObject sent(Object view) {
        return JsonText.object(JSONB.toJson(view));
    }
}
