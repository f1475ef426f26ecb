package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static io.rapport.tests.Panel.CONTACT;
import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What plugins bring to the main job; tests of whoever has the server of {@link InContainerServer}. */
interface PluginJourney {

    @Test
    default void aPluginFromTheDropFolderShowsItsValuesInBothTabs() {
        String email = UUID.randomUUID() + "@example.com";
        Visitor visitor = InContainerServer.rapport().browser().speaking("fr").arrive();
        String conversation = visitor.start("Bonjour", object("name", "Lan Nguyễn", "email", email))
                .expect(201)
                .text("/conversationId");

        Panel panel = InContainerServer.rapport().administrator().awaitPanel(conversation, seen -> {
            assertThat(seen.value(CONTACT, "loyaltyPoints"))
                    .isEqualTo(Integer.toString(email.length() + Integer.parseInt(InContainerServer.BONUS)));
            assertThat(seen.value(CONVERSATION, "tongue")).isEqualTo("speaks fr");
        });

        JsonObject points = panel.attribute(CONTACT, "loyaltyPoints").orElseThrow();
        assertThat(points.getString("name")).isEqualTo("Loyalty points");
        assertThat(points.getString("type")).isEqualTo("number");
        assertThat(points.getString("source")).isEqualTo("plugin");
        assertThat(points.getBoolean("unverified"))
                .as("found by an e-mail that nobody has proven")
                .isTrue();
        assertThat(points.getJsonObject("setBy").getString("id")).isEqualTo("loyalty");
        assertThat(points.getJsonObject("setBy").getString("version")).isEqualTo("2.1");
    }

    @Test
    default void rulesWaitForWhatASlowPluginBringsOfContactAndConversation() throws Exception {
        Agent agent = InContainerServer.rapport().administrator();
        Database database = InContainerServer.rapport().database();
        String word = "kiwano" + UUID.randomUUID().toString().substring(0, 8);
        String member = label(agent, "conversationCreated", test("contact.attributes.circle", "is", "Esperantists"));
        String served =
                label(agent, "messageReceived", test("conversation.attributes.counter", "gte", 7), contains(word));
        String stranger = label(
                agent, "messageReceived", test("contact.attributes.circle", "isNot", "Esperantists"), contains(word));

        String conversation = InContainerServer.rapport()
                .browser()
                .speaking("eo")
                .arrive()
                .start("Do you have a " + word + "?")
                .expect(201)
                .text("/conversationId");
        await("creation and message wait for the plugin")
                .atMost(Caller.PATIENCE)
                .until(() -> waiting(database, conversation) == 2);
        Panel before = agent.panel(conversation);
        Files.createFile(InContainerServer.GATE);

        Panel after = agent.awaitPanel(
                conversation, seen -> assertThat(seen.labels(CONVERSATION)).contains(member, served));
        assertThat(before.pending(CONTACT)).containsExactly("circle");
        assertThat(before.pending(CONVERSATION)).containsExactly("counter");
        assertThat(before.labels(CONVERSATION)).doesNotContain(member, served, stranger);
        assertThat(after.pending(CONTACT)).isEmpty();
        assertThat(after.pending(CONVERSATION)).isEmpty();
        assertThat(after.labels(CONVERSATION)).doesNotContain(stranger);
        assertThat(fact(after, member)).isEqualTo("contact.attributes.circle: Esperantists");
        assertThat(fact(after, served)).isEqualTo("conversation.attributes.counter: 7");
        assertThat(waiting(database, conversation)).isZero();
        assertThat(database.count(
                        "select count(*) from conversations.label_history where subject_id = ?::uuid", conversation))
                .as("each label was put on once, and none in vain")
                .isEqualTo(2);
    }

    private static long waiting(Database database, String conversation) {
        return database.count(
                "select count(*) from labelling.occasion where conversation_id = ?::uuid and pending_until is not null",
                conversation);
    }

    private static Map<String, Object> contains(String word) {
        return test("message.text", "contains", word);
    }

    private static Map<String, Object> test(String field, String operator, Object value) {
        return object("field", field, "op", operator, "value", value);
    }

    /** Publishes a rule that puts on a new label; the label's name. */
    private static String label(Agent agent, String event, Object... all) {
        String name = "slow " + UUID.randomUUID();
        agent.label(name, CONVERSATION);
        agent.publish(object(
                "name",
                name,
                "event",
                event,
                "when",
                object("all", List.of(all)),
                "then",
                List.of(object("addLabel", name))));
        return name;
    }

    /** What a plugin supplied, among the facts by which a rule put a label on. */
    private static String fact(Panel panel, String label) {
        JsonObject why = panel.label(CONVERSATION, label).orElseThrow().getJsonObject("why");
        return Reply.objects(why.get("facts")).stream()
                .filter(fact -> fact.getString("field").contains(".attributes."))
                .map(fact -> fact.getString("field") + ": " + fact.getString("value"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aGeoDatabaseTellsTheCityOfAnIpv4Address() {
        assertPlace("113.160.92.17", "VN", "Ho Chi Minh", "Ho Chi Minh City");
    }

    @Test
    default void aGeoDatabaseTellsTheCityOfAnIpv6Address() {
        assertPlace("2a02:8100:1::42", "DE", "Land Berlin", "Berlin");
    }

    private static void assertPlace(String address, String country, String region, String city) {
        Running rapport = InContainerServer.rapport();
        Visitor visitor =
                rapport.browser().from(address).inZone("America/New_York").arrive();
        String conversation = visitor.conversation();

        Panel panel = rapport.administrator()
                .awaitPanel(
                        conversation,
                        seen -> assertThat(seen.text("/session/city")).isEqualTo(city));
        assertThat(panel.text("/session/country/code")).isEqualTo(country);
        assertThat(panel.text("/session/region")).isEqualTo(region);
        assertThat(panel.text("/session/estimated")).isEqualTo("false");
        await("the address is shortened once its place is known")
                .atMost(Caller.PATIENCE)
                .until(() -> rapport.database()
                                .count(
                                        "select count(*) from sessions.session where id = ?::uuid and address = ?",
                                        visitor.session(),
                                        address)
                        == 0);
    }
}
