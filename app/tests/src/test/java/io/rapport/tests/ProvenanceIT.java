package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where values come from, whose is shown, and what happened before. Every test brings a customer of its own. */
@ExtendWith(SharedRapport.class)
class ProvenanceIT {
    private final Running rapport;
    private final Agent agent;

    ProvenanceIT(Running rapport) {
        this.rapport = rapport;
        this.agent = rapport.administrator();
    }

    /** A customer who said in the form to be Lan, and what it is about. */
    private String conversation() {
        Map<String, Object> answers = Visitor.answers();
        answers.put("name", "Lan");
        answers.put("reason", "A refund");
        return rapport.visitor().start("Hello", answers).expect(201).text("/conversationId");
    }

    private Reply set(String attribute, Object value) {
        return agent.calls().send("PUT", attribute, "application/json", object("value", value));
    }

    private Reply decide(String attribute, String what, Map<String, Object> body) {
        return agent.calls().post(attribute + "/" + what, body);
    }

    private Reply release(String attribute) {
        return agent.calls().send("POST", attribute + "/release", null, "");
    }

    private static List<String> values(Reply story) {
        return story.objects("/values").stream()
                .map(value -> value.getString("source") + " " + Reply.text(value.getOrDefault("value", null))
                        + (value.getBoolean("shown") ? " shown" : "")
                        + (value.getBoolean("pinned") ? " pinned" : ""))
                .toList();
    }

    private static List<String> changes(Reply story) {
        return story.objects("/changes/items").stream()
                .map(change -> change.getString("action") + " " + change.getString("before", "–") + "→"
                        + change.getString("after", "–") + " by "
                        + change.getJsonObject("by").getString("kind"))
                .toList();
    }

    @Test
    void aContactsNameIsToldBySourceAndItsColumnFollowsWhateverIsDecided() {
        String contact = "/api/v1/contacts/" + agent.panel(conversation()).contact();
        String name = contact + "/attributes/name";
        JsonObject form = agent.calls().get(name).expect(200).objects("/values").get(0);
        assertThat(form.getString("source")).isEqualTo("form");

        assertThat(values(set(name, "Mai").expect(200))).containsExactly("agent Mai shown", "form Lan");
        assertThat(name(contact)).isEqualTo("Mai");
        Map<String, Object> held = object("source", "form", "sourceId", form.getString("sourceId"));
        assertThat(values(decide(name, "pin", held).expect(200))).containsExactly("form Lan shown pinned", "agent Mai");
        assertThat(name(contact)).isEqualTo("Lan");
        decide(name, "pin", held).expect(200);
        assertThat(values(release(name).expect(200))).containsExactly("form Lan shown");
        set(name, null).expect(200);
        assertThat(name(contact)).isNull();
        Reply story = release(name).expect(200);
        assertThat(name(contact)).isEqualTo("Lan");
        assertThat(changes(story))
                .containsExactly(
                        "released –→Lan by agent",
                        "set Lan→– by agent",
                        "released Lan→Lan by agent",
                        "pinned Mai→Lan by agent",
                        "set Lan→Mai by agent",
                        "set –→Lan by visitor");
    }

    private String name(String contact) {
        return agent.calls().get(contact).expect(200).text("/name");
    }

    @Test
    void aConversationsAttributeIsDecidedLikewiseAndEveryScreenHearsOfIt() throws Exception {
        String conversation = conversation();
        String reason = "/api/v1/conversations/" + conversation + "/attributes/reason";
        for (Runnable decision : List.<Runnable>of(
                () -> decide(reason, "pin", object()).expect(200),
                () -> release(reason).expect(200),
                () -> set(reason, "An order").expect(200))) {
            try (LiveSocket screen = agent.live()) {
                decision.run();
                screen.awaitFrame(
                        "a hint about the conversation's attributes",
                        frame -> conversation.equals(frame.getString("conversationId", null))
                                && frame.getJsonArray("what").toString().contains("attributes"));
            }
        }
        assertThat(values(agent.calls().get(reason).expect(200)))
                .containsExactly("agent An order shown", "form A refund");
    }

    @Test
    void whatAnAgentRemovedStaysInThePanelWhileASourceCouldFillItAgain() {
        String conversation = conversation();
        String reason = "/api/v1/conversations/" + conversation + "/attributes/reason";
        set(reason, null).expect(200);

        JsonObject emptied = agent.panel(conversation)
                .attribute(Panel.CONVERSATION, "reason")
                .orElseThrow();
        assertThat(emptied.isNull("value")).isTrue();
        assertThat(emptied.getInt("others")).isEqualTo(1);
        release(reason).expect(200);
        assertThat(agent.panel(conversation).value(Panel.CONVERSATION, "reason"))
                .isEqualTo("A refund");
    }

    @Test
    void theSecondOfTwoAgentsIsRefusedAndNothingOfTheFirstsIsLost() {
        String conversation = conversation();
        String reason = "/api/v1/conversations/" + conversation + "/attributes/reason";
        String seen = agent.panel(conversation)
                .attribute(Panel.CONVERSATION, "reason")
                .orElseThrow()
                .getString("version");
        Caller onWhatWasSeen = agent.calls().with("If-Match", "\"" + seen + "\"");

        List<CompletableFuture<Reply>> all = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> onWhatWasSeen.send(
                        "PUT", reason, "application/json", object("value", n % 2 == 0 ? "An order" : "A product"))))
                .toList();
        List<Reply> replies = all.stream().map(CompletableFuture::join).toList();
        Reply first = replies.stream()
                .filter(reply -> reply.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(replies).filteredOn(reply -> reply != first).hasSize(7).allSatisfy(reply -> Refusal.of(reply, 412));
        Reply story = agent.calls().get(reason).expect(200);
        assertThat(values(story)).isEqualTo(values(first));
        assertThat(story.header("ETag")).isEqualTo(first.header("ETag"));
        agent.calls()
                .with("If-Match", story.header("ETag"))
                .send("PUT", reason, "application/json", object("value", "Something else"))
                .expect(200);
    }

    @Test
    void aContactsHistoryIsOneListOfWhatAllKnowPageByPage() {
        String conversation = conversation();
        String contact = agent.panel(conversation).contact();
        String path = "/api/v1/contacts/" + contact;
        String label = agent.label("vip " + contact, "contact");
        agent.calls().put(path + "/labels/" + label).expect(204);
        set(path + "/attributes/hometown", "Huế").expect(200);
        agent.calls().delete(path + "/labels/" + label).expect(204);

        List<JsonObject> whole = pages(path + "/history", 2);
        assertThat(whole.stream().map(ProvenanceIT::told).limit(3))
                .containsExactly("label removed vip " + contact, "value –→Huế", "label added vip " + contact);
        assertThat(whole)
                .extracting(entry -> entry.getString("kind"))
                .contains("conversation", "session")
                .endsWith("session");
        assertThat(whole).extracting(entry -> entry.getString("id")).doesNotHaveDuplicates();
        assertThat(whole).isEqualTo(pages(path + "/history", 100));
        assertThat(pages(path + "/history?kind=conversation&kind=session", 1))
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("conversation", "session");
    }

    @Test
    void aConversationsHistorySaysWhyARulePutALabelOn() {
        String conversation = rapport.visitor()
                .start("I want a refund for order 1234")
                .expect(201)
                .text("/conversationId");
        agent.awaitPanel(
                conversation,
                panel -> assertThat(panel.labels(Panel.CONVERSATION)).isNotEmpty());

        JsonObject added = pages("/api/v1/conversations/" + conversation + "/history?kind=label", 10)
                .get(0);
        assertThat(added.getJsonObject("by").getString("kind")).isEqualTo("rule");
        assertThat(added.getJsonObject("label").getJsonObject("why").getString("sentence"))
                .isNotBlank();
    }

    private static String told(JsonObject entry) {
        if (!entry.isNull("label")) {
            JsonObject label = entry.getJsonObject("label");
            return "label " + label.getString("action") + " " + label.getString("name");
        }
        JsonObject value = entry.getJsonObject("value");
        return "value " + value.getString("before", "–") + "→" + value.getString("after", "–");
    }

    private List<JsonObject> pages(String path, int limit) {
        List<JsonObject> all = new ArrayList<>();
        String asked = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        Reply page = agent.calls().get(asked).expect(200);
        while (true) {
            all.addAll(page.objects("/items"));
            String next = page.text("/next");
            if (next == null) {
                return all;
            }
            page = agent.calls().get(asked + "&after=" + next).expect(200);
        }
    }

    /** What is no subject of ours has no history, what nothing happened to has an empty one. */
    @Test
    void anEmptyHistoryIsOne() {
        String conversation = rapport.visitor().conversation();
        Stream.of("value", "label")
                .map(kind ->
                        agent.calls().get("/api/v1/conversations/" + conversation + "/history?limit=5&kind=" + kind))
                .forEach(reply -> reply.expect(200));
        Refusal.of(agent.calls().get("/api/v1/conversations/" + java.util.UUID.randomUUID() + "/history"), 404);
    }
}
