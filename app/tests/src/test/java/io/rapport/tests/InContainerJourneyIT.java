package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static io.rapport.tests.Panel.CONTACT;
import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job on the real WAR: a visitor's message becomes a labelled conversation with both tabs. Every test brings a
 * visitor of its own.
 */
@ExtendWith(InContainerServer.class)
@ArquillianTest
class InContainerJourneyIT implements PluginJourney {
    private static Running rapport;
    private static Agent agent;

    /** Named so that it is served at the root, as in production. */
    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File(Settings.WAR.toString()))
                .as(WebArchive.class);
    }

    @BeforeAll
    static void signIn() {
        rapport = InContainerServer.rapport();
        agent = rapport.administrator();
    }

    private static Map<String, Object> answersOfLan(String email) {
        return object("name", "Lan Nguyễn", "email", email, "phone", "+84 912 345 678", "reason", "A refund");
    }

    private static String unique(String name) {
        return name + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFirstMessageBecomesAContactAndAConversationWithBothTabs() {
        String email = UUID.randomUUID() + "@example.com";
        Visitor visitor = rapport.browser()
                .as(Browser.IPHONE)
                .on("http://shop.localhost/demo/shoes?utm_source=news&secret=1")
                .ledBy("https://search.example/results?q=private")
                .speaking("vi-VN")
                .inZone("Asia/Ho_Chi_Minh")
                .arrive();
        Reply started = visitor.start("I want a refund for order 1234", answersOfLan(email))
                .expect(201);
        String conversation = started.text("/conversationId");

        Panel panel = agent.awaitPanel(conversation, seen -> {
            assertThat(seen.text("/session/device/type")).isEqualTo("phone");
            assertThat(seen.text("/session/country/code")).isEqualTo("VN");
        });

        assertThat(panel.text("/contact/name")).isEqualTo("Lan Nguyễn");
        assertThat(panel.text("/contact/email")).isEqualTo(email);
        assertThat(panel.text("/contact/phone")).isEqualTo("+84912345678");
        assertThat(panel.text("/contact/verified")).isEqualTo("false");
        assertThat(panel.text("/conversation/status")).isEqualTo("open");
        assertThat(panel.reply().number("/conversation/number")).isEqualTo(started.number("/number"));
        JsonObject reason = panel.attribute(CONVERSATION, "reason").orElseThrow();
        assertThat(reason.getString("value")).isEqualTo("A refund");
        assertThat(reason.getString("source")).isEqualTo("form");
        assertThat(panel.text("/session/id")).isEqualTo(visitor.session());
        assertThat(panel.text("/session/country/name")).isEqualTo("Vietnam");
        assertThat(panel.text("/session/estimated"))
                .as("the country is told by the time zone")
                .isEqualTo("true");
        assertThat(panel.text("/session/city")).isNull();
        assertThat(panel.text("/session/os")).startsWith("iOS");
        assertThat(panel.text("/session/browser/name")).contains("Safari");
        assertThat(panel.text("/session/language")).startsWith("vi");
        assertThat(panel.text("/session/currentPage"))
                .contains("/demo/shoes")
                .contains("utm_source=news")
                .doesNotContain("secret");
        assertThat(panel.text("/session/referrer"))
                .startsWith("https://search.example/")
                .doesNotContain("private");
    }

    @Test
    void theInboxShowsTheConversationAndOpenScreensAreTold() throws Exception {
        try (LiveSocket screen = agent.live()) {
            Visitor visitor = rapport.visitor();
            String conversation = visitor.conversation();

            screen.awaitFrame(
                    "a hint about " + conversation,
                    frame -> conversation.equals(frame.getString("conversationId", null))
                            && frame.getJsonArray("what").toString().contains("message"));
            JsonObject row =
                    agent.calls().get("/api/v1/conversations?status=open").expect(200).objects("/items").stream()
                            .filter(item -> item.getString("id").equals(conversation))
                            .findFirst()
                            .orElseThrow();
            assertThat(row.getJsonObject("lastMessage").getString("text")).isEqualTo("Hello");
            assertThat(row.getBoolean("unread")).isTrue();
            assertThat(row.getJsonObject("site").getString("name")).isEqualTo("Demo shop");
        }
    }

    @Test
    void theAgentsAnswerReachesTheVisitorAtOnceAndIsReadAgainLater() throws Exception {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        try (LiveSocket widget = visitor.live()) {
            agent.answer(conversation, "We are on it <b>now</b>").expect(201);

            JsonObject pushed = widget.awaitType("message");
            assertThat(pushed.getString("conversationId")).isEqualTo(conversation);
            assertThat(pushed.getJsonObject("message").getString("text")).isEqualTo("We are on it <b>now</b>");
            assertThat(pushed.getJsonObject("message").getJsonObject("author").getString("kind"))
                    .isEqualTo("agent");
        }
        List<JsonObject> messages = visitor.read(conversation).expect(200).objects("/items");
        assertThat(messages)
                .extracting(message -> message.getString("text"))
                .containsExactly("Hello", "We are on it <b>now</b>");
        assertThat(messages).extracting(message -> message.getInt("sequence")).containsExactly(1, 2);
    }

    @Test
    void theAgentEditsNameLabelAndAttributeAndASecondScreenIsTold() throws Exception {
        String label = agent.label(unique("friend"), "contact");
        String conversation = rapport.visitor().conversation();
        String contact = agent.panel(conversation).contact();
        Agent second = rapport.administrator();
        try (LiveSocket screen = second.live()) {
            Reply shown = agent.calls().get("/api/v1/contacts/" + contact).expect(200);
            agent.calls()
                    .with("If-Match", shown.header("ETag"))
                    .patch("/api/v1/contacts/" + contact, object("name", "Mai Trần"))
                    .expect(200);
            agent.calls()
                    .patch("/api/v1/contacts/" + contact + "/attributes", object("hometown", "Huế"))
                    .expect(200);
            agent.calls()
                    .put("/api/v1/contacts/" + contact + "/labels/" + label)
                    .expect(204);

            for (String what : List.of("contact", "attributes", "labels")) {
                screen.awaitFrame(
                        "a hint about the contact's " + what,
                        frame -> contact.equals(frame.getString("contactId", null))
                                && frame.getJsonArray("what").toString().contains(what));
            }
        }
        Panel panel = second.panel(conversation);
        assertThat(panel.text("/contact/name")).isEqualTo("Mai Trần");
        assertThat(panel.value(CONTACT, "hometown")).isEqualTo("Huế");
        assertThat(panel.attribute(CONTACT, "hometown").orElseThrow().getString("source"))
                .isEqualTo("agent");
        assertThat(panel.reply().objects("/contact/labels")).singleElement().satisfies(put -> {
            assertThat(put.getString("id")).isEqualTo(label);
            assertThat(put.getJsonObject("setBy").getString("kind")).isEqualTo("agent");
        });

        agent.calls().delete("/api/v1/contacts/" + contact + "/labels/" + label).expect(204);
        assertThat(second.panel(conversation).labels(CONTACT)).isEmpty();
    }

    @Test
    void aLostUpdateOfAContactIsRefused() {
        String contact = agent.panel(rapport.visitor().conversation()).contact();
        String path = "/api/v1/contacts/" + contact;
        Caller both = agent.calls().with("If-Match", agent.calls().get(path).header("ETag"));

        both.patch(path, object("name", "First")).expect(200);
        both.patch(path, object("name", "Second")).expect(412);

        assertThat(agent.calls().get(path).text("/name")).isEqualTo("First");
    }

    @Test
    void aReturningVisitorIsTheSameContactInANewSessionOnlyForANewCampaign() {
        Browser browser = rapport.browser().on("http://shop.localhost/demo/?utm_campaign=spring");
        Visitor first = browser.arrive();
        String conversation = first.conversation();
        String contact = agent.panel(conversation).contact();

        Visitor soonAgain = browser.on("http://shop.localhost/demo/shoes").arrive();
        assertThat(soonAgain.session()).as("within half an hour").isEqualTo(first.session());
        assertThat(soonAgain.token()).isEqualTo(first.token());
        assertThat(soonAgain.opened().text("/conversation/id")).isEqualTo(conversation);

        Visitor again =
                browser.on("http://shop.localhost/demo/?utm_campaign=summer").arrive();
        assertThat(again.session()).as("by another campaign").isNotEqualTo(first.session());
        again.start("Me again").expect(200);
        Panel panel = agent.awaitPanel(
                conversation, seen -> assertThat(seen.text("/session/id")).isEqualTo(again.session()));
        assertThat(panel.contact()).isEqualTo(contact);
        assertThat(panel.reply().number("/session/visits")).isEqualTo(2);
        assertThat(panel.reply().number("/session/others")).isEqualTo(1);
        assertThat(panel.text("/session/before")).as("nothing has changed").isNull();
        assertThat(again.read(conversation).objects("/items")).hasSize(2);
    }

    @Test
    void thePanelTellsWhenCountryOrDeviceChangedSinceTheSessionBefore() {
        Browser browser = rapport.browser()
                .on("http://shop.localhost/demo/?utm_campaign=hanoi")
                .as(Browser.IPHONE)
                .inZone("Asia/Ho_Chi_Minh");
        String conversation = browser.arrive().conversation();
        Panel first = agent.awaitPanel(
                conversation, seen -> assertThat(seen.text("/session/pending")).isEqualTo("[]"));
        assertThat(first.reply().number("/session/others")).isZero();
        assertThat(first.text("/session/before")).isNull();

        Visitor travelled = browser.on("http://shop.localhost/demo/?utm_campaign=berlin")
                .inZone("Europe/Berlin")
                .arrive();
        travelled.start("From the airport").expect(200);
        Panel abroad = agent.awaitPanel(
                conversation,
                seen -> assertThat(seen.text("/session/before/country/name")).isEqualTo("Vietnam"));
        assertThat(abroad.text("/session/country/code")).isEqualTo("DE");
        assertThat(abroad.text("/session/before/device"))
                .as("it is the same phone")
                .isNull();

        browser.on("http://shop.localhost/demo/?utm_campaign=desk")
                .as("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
                .arrive()
                .start("From my desk")
                .expect(200);
        Panel atDesk = agent.awaitPanel(
                conversation,
                seen -> assertThat(seen.text("/session/before/device/type")).isEqualTo("phone"));
        assertThat(atDesk.text("/session/before/country"))
                .as("Germany still, as in the session before")
                .isNull();
        assertThat(atDesk.reply().number("/session/others")).isEqualTo(2);
    }

    @Test
    void aLabelAndARuleInventedAfterTheStartActOnTheNextMessage() {
        String word = "kumquat" + UUID.randomUUID().toString().substring(0, 8);
        String wanted = unique("fruit wanted");
        String fan = unique("fruit fan");
        Visitor visitor = rapport.visitor();
        String conversation =
                visitor.start("Do you sell a " + word + "?").expect(201).text("/conversationId");
        String label = agent.label(wanted, CONVERSATION);
        agent.label(fan, CONTACT);

        long revision = agent.publish(object(
                "name",
                "Fruit",
                "event",
                "messageReceived",
                "when",
                object("all", List.of(object("field", "message.text", "op", "contains", "value", word))),
                "then",
                List.of(object("addLabel", label), object("addLabel", fan, "of", "contact"))));
        assertThat(agent.panel(conversation).labels(CONVERSATION)).doesNotContain(wanted);
        String message = visitor.write(conversation, "So, a " + word.toUpperCase(java.util.Locale.ROOT) + ", please")
                .expect(201)
                .text("/id");

        Panel panel = agent.awaitPanel(conversation, seen -> {
            assertThat(seen.labels(CONVERSATION)).contains(wanted);
            assertThat(seen.labels(CONTACT)).contains(fan);
        });
        JsonObject put = panel.label(CONVERSATION, wanted).orElseThrow();
        assertThat(put.getJsonObject("setBy").getString("kind")).isEqualTo("rule");
        assertThat(put.getJsonObject("setBy").getString("name")).isEqualTo("Fruit");
        assertThat(put.getJsonObject("setBy").getInt("revision")).isEqualTo((int) revision);
        assertThat(put.getJsonObject("why").getString("sentence"))
                .contains(word)
                .contains(wanted);
        assertThat(Reply.objects(put.getJsonObject("why").get("facts")))
                .as("what the rule read: the message, by reference")
                .anySatisfy(fact -> {
                    assertThat(fact.getString("field")).isEqualTo("message.text");
                    assertThat(fact.getString("messageId")).isEqualTo(message);
                });
    }

    @Test
    void aLabelThatAPersonTookOffARulePutsOnNoMore() {
        String word = "quince" + UUID.randomUUID().toString().substring(0, 8);
        String taken = unique("taken off");
        String kept = unique("kept");
        String label = agent.label(taken, CONVERSATION);
        agent.label(kept, CONVERSATION);
        agent.publish(object(
                "name",
                "Quinces",
                "event",
                "messageReceived",
                "when",
                object("all", List.of(object("field", "message.text", "op", "contains", "value", word))),
                "then",
                List.of(object("addLabel", taken), object("addLabel", kept))));
        Visitor visitor = rapport.visitor();
        String conversation = visitor.start(word).expect(201).text("/conversationId");
        agent.awaitPanel(
                conversation, seen -> assertThat(seen.labels(CONVERSATION)).contains(taken, kept));
        String keptId = agent.panel(conversation)
                .label(CONVERSATION, kept)
                .orElseThrow()
                .getString("id");
        String labels = "/api/v1/conversations/" + conversation + "/labels/";

        agent.calls().delete(labels + label).expect(204);
        // The history tells when the next message was judged: both actions of the rule are noted together.
        long judged = history(conversation, keptId, label);
        visitor.write(conversation, word + " again").expect(201);
        org.awaitility.Awaitility.await()
                .atMost(Caller.PATIENCE)
                .until(() -> history(conversation, keptId, label) > judged);

        assertThat(agent.panel(conversation).labels(CONVERSATION))
                .contains(kept)
                .doesNotContain(taken);
    }

    private static long history(String conversation, String... labels) {
        return rapport.database()
                .count(
                        "select count(*) from conversations.label_history where subject_id = ?::uuid and label_id in (?::uuid, ?::uuid)",
                        conversation,
                        labels[0],
                        labels[1]);
    }
}
