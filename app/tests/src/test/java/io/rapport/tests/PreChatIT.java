package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a site may ask its visitors, and where the answers go. */
@ExtendWith(SharedRapport.class)
class PreChatIT {
    private final Running rapport;
    private final Agent administrator;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    PreChatIT(Running rapport) {
        this.rapport = rapport;
        this.administrator = rapport.administrator();
    }

    private String attribute(String subject, String prefix, boolean visitorsMayWrite) {
        String key = prefix + unique;
        administrator
                .calls()
                .post(
                        "/api/v1/attribute-definitions",
                        object(
                                "subject",
                                subject,
                                "key",
                                key,
                                "name",
                                key,
                                "type",
                                "text",
                                "visitorsMayWrite",
                                visitorsMayWrite))
                .expect(201);
        return key;
    }

    private static Map<String, Object> question(String subject, String key) {
        return object("subject", subject, "key", key, "label", key + " of the " + subject, "required", true);
    }

    private Reply site(String key, List<Map<String, Object>> questions) {
        return administrator.calls().post("/api/v1/sites", object("key", key, "name", "Shop", "preChat", questions));
    }

    private Caller visitorOf(String site) {
        String token = rapport.anybody()
                .post("/widget/v1/sites/" + site + "/sessions", object("page", object("url", "https://shop.example/")))
                .expect(201)
                .text("/visitorToken");
        return rapport.anybody().with("Authorization", "Bearer " + token);
    }

    private static Reply start(Caller visitor, Map<String, Object> answers) {
        return visitor.post(
                Visitor.CONVERSATIONS,
                object("clientMessageId", UUID.randomUUID().toString(), "preChat", answers, "text", "Hello"));
    }

    @Test
    void aQuestionOnAnAttributeThatVisitorsMayNotWriteOrThatIsNotThereIsRefused() {
        String open = attribute("contact", "open", true);
        String closed = attribute("contact", "closed", false);

        Reply refused = site(
                "refused-" + unique,
                List.of(question("contact", open), question("contact", closed), question("conversation", open)));

        refused.expect(422);
        assertThat(refused.objects("/errors"))
                .extracting(error -> error.getString("field"))
                .containsExactly("preChat[1].key", "preChat[2].key");
    }

    @Test
    void aQuestionWhoseAttributeWasClosedSinceIsNeitherAskedNorRequired() {
        String stays = attribute("contact", "stays", true);
        String closes = attribute("contact", "closes", true);
        String site = "closes-" + unique;
        site(site, List.of(question("contact", stays), question("contact", closes)))
                .expect(201);
        rapport.database().execute("update attributes.definition set visitors_may_write = false where key = ?", closes);
        attribute("contact", "later", false); // definitions are read again when one changes

        assertThat(rapport.anybody().get("/widget/v1/sites/" + site).objects("/preChat/fields"))
                .extracting(field -> field.getString("key"))
                .containsExactly(stays);
        start(visitorOf(site), object(stays, "yes")).expect(201);
    }

    @Test
    void answersForAContactAndAConversationOfOneKeyAreToldApart() {
        String key = attribute("contact", "topic", true);
        attribute("conversation", "topic", true);
        String site = "both-" + unique;
        site(site, List.of(question("contact", key), question("conversation", key)))
                .expect(201);
        assertThat(rapport.anybody().get("/widget/v1/sites/" + site).objects("/preChat/fields"))
                .extracting(field -> field.getString("key"))
                .containsExactly("contact." + key, "conversation." + key);
        Caller visitor = visitorOf(site);

        Reply refused = start(visitor, object("contact." + key, "tea")).expect(422);
        assertThat(refused.objects("/errors"))
                .extracting(error -> error.getString("field"))
                .containsExactly("preChat.conversation." + key);

        String conversation = start(visitor, object("contact." + key, "tea", "conversation." + key, "a refund"))
                .expect(201)
                .text("/conversationId");
        Panel panel = administrator.panel(conversation);
        assertThat(panel.value(Panel.CONTACT, key)).isEqualTo("tea");
        assertThat(panel.value(Panel.CONVERSATION, key)).isEqualTo("a refund");
    }
}
