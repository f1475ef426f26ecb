package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.events.Actor;
import io.rapport.events.Fact;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.fixtures.Fired;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An occasion")
class OccasionsTest extends OccasionTests {

    @Test
    void tellsTheOwnersWhatRulesDecidedAndWhy() {
        publish(REFUND);
        MessagePosted message = world.says(2, "I want a REFUND");
        bench.tell(message);
        LabelsDecided decided = onlyDecision();
        assertThat(decided.conversation()).isEqualTo(world.conversation);
        assertThat(decided.contact()).isEqualTo(world.contact);
        assertThat(decided.decisions())
                .extracting(LabelDecision::add, LabelDecision::label, LabelDecision::of)
                .containsExactly(
                        tuple(true, label("refund request"), Subject.Kind.CONVERSATION),
                        tuple(true, label("vip"), Subject.Kind.CONTACT));
        assertThat(decided.decisions().get(0).rule()).satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("Refunds");
            assertThat(rule.revision()).isEqualTo(1);
            assertThat(rule.sentence())
                    .isEqualTo(
                            "when the message contains \"refund\" then add label \"refund request\" and add label \"vip\" to the contact");
            assertThat(rule.facts()).containsExactly(new Fact("message.text", null, message.message()));
        });
    }

    @Test
    void recordsWhatItSawAndTheMessageByReferenceOnly() {
        publish(REFUND, FROM_VIETNAM, hour());
        world.country = "VN";
        world.contactLabels.add(label("vip"));
        MessagePosted message = world.says(2, "secret words");
        bench.tell(message);
        Map<String, Object> row = row(onlyDecision().occasion());
        assertThat(JsonText.object(row.get("facts").toString()))
                .isEqualTo(Bench.json("{'conversation.labels':null,'contact.labels':['" + label("vip")
                        + "'],'session.country':'VN','time.hour':21}"));
        assertThat(row.toString()).doesNotContain("secret");
        assertThat(row)
                .containsEntry("message_id", message.message().value())
                .containsEntry("message_sequence", 2L)
                .containsEntry("event", "messageReceived")
                .containsEntry("revision", 1L)
                .containsEntry("contact_id", world.contact.value());
    }

    @Test
    void isRecordedEvenWithoutRules() {
        bench.tell(world.says(2, "hello"));
        assertThat(bench.decided).isEmpty();
        assertThat(events()).containsExactly("messageReceived");
    }

    @Test
    void seesWhatTheOneBeforePutOnThoughBothComeInOneBatch() {
        publish(
                REFUND,
                "{'name':'Again','event':'messageReceived','when':{'field':'conversation.labels','op':'hasLabel','value':'refund request'},'then':[{'addLabel':'priority::high'}]}");
        bench.evaluator.decided = new Fired<>(decided -> {
            bench.decided.add(decided);
            decided.decisions().forEach(decision -> world.conversationLabels.add(decision.label()));
        });
        bench.tell(world.says(2, "refund"), world.says(3, "hello?"));
        assertThat(bench.decided).hasSize(2);
        assertThat(bench.decided.get(1).decisions())
                .extracting(LabelDecision::label)
                .containsExactly(label("priority::high"));
    }

    @Test
    void isTheSameWhenItsEventIsDeliveredAgain() {
        publish(REFUND);
        MessagePosted message = world.says(1, "refund");
        bench.tell(message);
        bench.tell(message);
        assertThat(bench.decided).hasSize(1);
        assertThat(events()).containsExactly("conversationCreated", "messageReceived");
    }

    @Test
    void hasAnIdThatSortsByTimeAndIsDerivedFromItsEvent() {
        MessagePosted message = world.says(2, "hi");
        OccasionId id = Occasion.received(message).id();
        assertThat(id).isEqualTo(Occasion.received(message).id());
        assertThat(id.value().version()).isEqualTo(7);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id.value().getMostSignificantBits() >>> 16)
                .isEqualTo(message.message().value().getMostSignificantBits() >>> 16);
        assertThat(id).isNotEqualTo(Occasion.received(world.says(2, "hi")).id());
    }

    @Test
    void ofTheCreationComesBeforeThatOfTheFirstMessageWhichSeesItsLabels() {
        publish(
                WELCOME,
                "{'name':'Seen','event':'messageReceived','when':{'field':'conversation.labels','op':'hasLabel','value':'vip'},'then':[{'addLabel':'priority::high'}]}");
        bench.evaluator.decided = new Fired<>(decided -> {
            bench.decided.add(decided);
            decided.decisions().forEach(decision -> world.conversationLabels.add(decision.label()));
        });
        bench.tell(world.says(1, "xin chào"));
        assertThat(bench.decided)
                .extracting(decided -> decided.decisions().get(0).rule().name())
                .containsExactly("Welcome", "Seen");
        bench.tell(world.says(2, "again"));
        assertThat(events()).containsExactly("conversationCreated", "messageReceived", "messageReceived");
    }

    @Test
    void onePassDoesNotChain() {
        publish(
                REFUND,
                "{'name':'Chained','event':'messageReceived','when':{'field':'conversation.labels','op':'hasLabel','value':'refund request'},'then':[{'addLabel':'priority::high'}]}");
        bench.tell(world.says(2, "refund"));
        assertThat(names(onlyDecision())).containsExactly("Refunds", "Refunds");
    }

    @Test
    void isNotMadeOfAgentsMessagesNotesAndFinalisedConversations() {
        MessagePosted said = world.says(2, "refund");
        bench.tell(copy(said, Bench.MAI, false));
        bench.tell(copy(said, said.actor(), true));
        world.status = "finalised";
        bench.tell(said);
        assertThat(events()).isEmpty();
    }

    @Test
    void notesWhatTheOwnersMadeOfIt() {
        publish(REFUND);
        bench.tell(world.says(2, "refund"));
        LabelsDecided decided = onlyDecision();
        bench.listeners.note(new LabelsApplied(
                Subject.of(world.conversation),
                decided.occasion(),
                List.of(label("refund request")),
                List.of(label("foreign")),
                List.of(new SuppressedLabel(label("vip"), "r", "override", null)),
                Actor.system(),
                bench.clock.instant()));
        JsonObject outcome =
                JsonText.object(row(decided.occasion()).get("outcome").toString());
        assertThat(outcome.getJsonArray("matched")).hasSize(1);
        JsonObject applied = outcome.getJsonArray("applied").getJsonObject(0);
        assertThat(applied.getString("subject")).isEqualTo("conversation");
        assertThat(applied.getJsonArray("added").getString(0))
                .isEqualTo(label("refund request").toString());
        assertThat(applied.getJsonArray("suppressed").getJsonObject(0).getString("reason"))
                .isEqualTo("override");
        // What people do has no occasion and is nothing to note.
        bench.listeners.note(new LabelsApplied(
                Subject.of(world.conversation),
                null,
                List.of(),
                List.of(),
                List.of(),
                Bench.MAI,
                bench.clock.instant()));
    }

    @Test
    void costsAsFewQuestionsAsItCan() {
        publish(REFUND);
        bench.rules.current();
        bench.tell(world.says(2, "hello"));
        assertThat(world.statements).as("conversation and contact").isEqualTo(2);
        publish(FROM_VIETNAM);
        world.statements = 0;
        bench.tell(world.says(3, "hello"));
        assertThat(world.statements).as("and session").isEqualTo(3);
    }

    @Test
    void ignoresWhatWasFoundBySomethingUnverified() {
        publish(
                "{'name':'Gold','event':'messageReceived','when':{'field':'contact.attributes.plan','op':'is','value':'gold'},'then':[{'addLabel':'vip'}]}");
        world.contactAttributes.add(world.value("plan", "Gold", true));
        bench.tell(world.says(2, "hi"));
        assertThat(bench.decided).isEmpty();
        world.contactAttributes.set(0, world.value("plan", "Gold", false));
        bench.tell(world.says(3, "hi"));
        assertThat(onlyDecision().decisions().get(0).rule().facts())
                .containsExactly(new Fact("contact.attributes.plan", "Gold", null));
    }

    @Test
    void ignoresANameThatWasFoundBySomethingUnverified() {
        publish(
                "{'name':'Nam','event':'messageReceived','when':{'field':'contact.name','op':'is','value':'Nam'},'then':[{'addLabel':'vip'}]}");
        world.contactAttributes.add(world.value("name", "Nam", true));
        bench.tell(world.says(2, "hi"));
        assertThat(bench.decided).isEmpty();
        world.contactAttributes.set(0, world.value("name", "Nam", false));
        bench.tell(world.says(3, "hi"));
        assertThat(names(onlyDecision())).containsExactly("Nam");
    }

    @Test
    void takesAValueOfAnotherTypeForNothing() {
        publish(
                "{'name':'Plan','event':'messageReceived','when':{'field':'contact.attributes.plan','op':'isEmpty'},'then':[{'addLabel':'vip'}]}");
        world.contactAttributes.add(world.value("plan", Boolean.TRUE, false));
        bench.tell(world.says(2, "hi"));
        assertThat(bench.decided).hasSize(1);
    }
}
