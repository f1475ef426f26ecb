package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators declare, and what becomes of values by it. */
@ExtendWith(SharedRapport.class)
class AttributeDefinitionsIT {
    private static final String DEFINITIONS = "/api/v1/attribute-definitions";

    private final Running rapport;
    private final Caller administrator;

    AttributeDefinitionsIT(Running rapport) {
        this.rapport = rapport;
        this.administrator = rapport.administrator().calls();
    }

    private static String unique(String start) {
        return start + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private Reply declare(String key, String type, Object... more) {
        Map<String, Object> wanted = object("subject", "conversation", "key", key, "name", key, "type", type);
        wanted.putAll(object(more));
        return administrator.post(DEFINITIONS, wanted);
    }

    private Reply set(String conversation, String key, Object value) {
        return administrator.patch("/api/v1/conversations/" + conversation + "/attributes", object(key, value));
    }

    private JsonObject shown(String conversation, String key) {
        return rapport.administrator().panel(conversation).reply().objects("/conversation/attributes").stream()
                .filter(attribute -> attribute.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTypeIsKeptAndShownAsWhatItIs() {
        String conversation = rapport.visitor().conversation();
        Map<String, List<Object>> values = Map.ofEntries(
                Map.entry("number", List.of("1e2", 100)),
                Map.entry("currency", List.of("eur 12.5", object("amount", "12.50", "currency", "EUR"))),
                Map.entry("percent", List.of("12.5 %", 12.5)),
                Map.entry("date", List.of("2026-05-01", "2026-05-01")),
                Map.entry("dateTime", List.of("2026-05-01T12:00:00+07:00", "2026-05-01T05:00:00Z")),
                Map.entry("boolean", List.of("yes", true)),
                Map.entry("list", List.of("Tea", "Tea")),
                Map.entry("multiList", List.of(List.of("Coffee", "Tea"), List.of("Tea", "Coffee"))),
                Map.entry("link", List.of("https://shop.example/1", "https://shop.example/1")),
                Map.entry("email", List.of("mai@shop.example", "mai@shop.example")),
                Map.entry("phone", List.of("+84 905 123 456", "+84905123456")),
                Map.entry("text", List.of("AB-12", "AB-12")));
        values.forEach((type, written) -> {
            String key = unique(type);
            Object[] more = type.toLowerCase().contains("list")
                    ? new Object[] {"options", List.of("Tea", "Coffee")}
                    : type.equals("text") ? new Object[] {"pattern", "[A-Z]{2}-\\d+"} : new Object[0];
            declare(key, type, more).expect(201);

            set(conversation, key, written.get(0)).expect(200);
            JsonObject attribute = shown(conversation, key);
            assertThat(attribute.getString("type")).isEqualTo(type);
            assertThat(attribute.get("value")).as(type).isEqualTo(Json.read(Json.write(written.get(1))));
            assertThat(set(conversation, key, written.get(1))
                            .expect(200)
                            .at("/saved")
                            .toString())
                    .contains(key);
            Refusal.of(set(conversation, key, type.equals("text") ? "ab" : object("a", List.of())), 422)
                    .naming(key);
        });
    }

    @Test
    void aDefinitionTellsAllThatWasSaidOfIt() {
        String site =
                administrator.get("/api/v1/sites").objects("/items").get(0).getString("id");
        String key = unique("all");
        Reply made = declare(
                        key,
                        "text",
                        "description",
                        "d",
                        "group",
                        "Shop",
                        "pattern",
                        "a+",
                        "sites",
                        List.of(site),
                        "requiredBeforeResolve",
                        true,
                        "privacy",
                        "sensitive",
                        "retentionDays",
                        30,
                        "visitorsMayWrite",
                        true,
                        "id",
                        UUID.randomUUID().toString(),
                        "version",
                        99)
                .expect(201);

        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        Reply read = administrator.get(DEFINITIONS + "/" + made.text("/id")).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.text("/privacy")).isEqualTo("sensitive");
        assertThat(read.number("/retentionDays")).isEqualTo(30);
        assertThat(read.text("/requiredBeforeResolve")).isEqualTo("true");
        assertThat(read.text("/sites/0")).isEqualTo(site);
        assertThat(administrator
                        .get(DEFINITIONS + "?subject=conversation&site=" + site)
                        .body())
                .contains(key);
        assertThat(administrator
                        .get(DEFINITIONS + "?subject=conversation&site=" + UUID.randomUUID())
                        .body())
                .doesNotContain(key);
    }

    @Test
    void whatIsWrongIsNamed() {
        Refusal.of(declare("__proto__", "text"), 422).naming("key");
        Refusal.of(declare("qu\"ote", "text"), 422).naming("key");
        Refusal.of(declare(unique("k"), "colour"), 422).naming("type");
        Refusal.of(declare(unique("k"), "text", "pattern", "(?=x)"), 422).naming("pattern");
        Refusal.of(declare(unique("k"), "text", "pattern", "((a{1000}){1000}){1000}"), 422)
                .naming("pattern");
        Refusal.of(declare(unique("k"), "number", "pattern", "x"), 422).naming("pattern");
        Refusal.of(declare(unique("k"), "number", "options", List.of("x")), 422).naming("options");
        Refusal.of(declare(unique("k"), "multiList"), 422).naming("options");
        Refusal.of(
                        declare(
                                unique("k"),
                                "text",
                                "sites",
                                List.of(UUID.randomUUID().toString())),
                        422)
                .naming("sites");
        Refusal.of(declare(unique("k"), "text", "sites", List.of("x")), 422).naming("sites");
        Refusal.of(declare(unique("k"), "text", "privacy", "secret"), 422).naming("privacy");
        Refusal.of(declare(unique("k"), "text", "retentionDays", 0), 422).naming("retentionDays");
        Refusal.of(administrator.patch(DEFINITIONS + "/" + UUID.randomUUID(), object("name", "x")), 404);
        Refusal.of(administrator.delete(DEFINITIONS + "/" + UUID.randomUUID()), 404);
        Refusal.of(administrator.get(DEFINITIONS + "/" + UUID.randomUUID()), 404);
        Refusal.of(administrator.get(DEFINITIONS + "?site=x"), 422).naming("site");
        Refusal.of(administrator.get(DEFINITIONS + "/undeclared"), 422).naming("subject");
        Refusal.of(administrator.get(DEFINITIONS + "/undeclared?subject=contact&limit=1000"), 422)
                .naming("limit");
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        Reply made = declare(unique("seen"), "text").expect(201);
        String path = DEFINITIONS + "/" + made.text("/id");
        Caller seen = administrator.with("If-Match", made.header("ETag"));

        Reply renamed =
                seen.patch(path, object("name", "Renamed", "position", 3)).expect(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        Refusal.of(seen.patch(path, object("name", "Again")), 412);
        Refusal.of(seen.delete(path), 412);
        Refusal.of(administrator.with("If-Match", "x").delete(path), 422).naming("If-Match");
        Refusal.of(administrator.patch(path, object("key", "other", "type", "number")), 422)
                .naming("key");
        Refusal.of(administrator.patch(path, "[]"), 400);
        Refusal.of(administrator.patch(path, ""), 400);

        administrator.with("If-Match", "\"2\"").delete(path).expect(204);
        Refusal.of(administrator.get(path), 404);
    }

    @Test
    void agentsReadAndOnlyAdministratorsChange() {
        Agent agent = rapport.administrator().colleague(UUID.randomUUID() + "@example.com", "agent");
        String path = DEFINITIONS + "/" + declare(unique("mine"), "text").text("/id");

        agent.calls().get(path).expect(200);
        Refusal.of(agent.calls().patch(path, object("name", "x")), 403);
        Refusal.of(agent.calls().delete(path), 403);
        Refusal.of(agent.calls().post(path + "/check", object()), 403);
        Refusal.of(agent.calls().get(DEFINITIONS + "/undeclared?subject=contact"), 403);
        Refusal.of(rapport.anybody().get(path), 401);
    }

    @Test
    void whatARuleUsesStays() {
        String key = unique("tier");
        String path = DEFINITIONS + "/"
                + declare(key, "multiList", "options", List.of("Gold", "Tin")).text("/id");
        String label = rapport.administrator().label(unique("label"), "conversation");
        Map<String, Object> rule = object(
                "name",
                "Gold ones",
                "event",
                "messageReceived",
                "when",
                object("field", "conversation.attributes." + key, "op", "contains", "value", "gold"),
                "then",
                List.of(object("addLabel", label)));
        publish(List.of(rule));
        try {
            Reply refused = administrator.delete(path);
            Refusal.of(refused, 409);
            assertThat(refused.text("/detail")).contains("the rule \"Gold ones\"");
            Refusal.of(administrator.patch(path, object("options", List.of("Tin"))), 409);
            administrator
                    .patch(path, object("options", List.of("Gold", "Iron")))
                    .expect(200);
        } finally {
            publish(List.of());
        }
        administrator.delete(path).expect(204);
    }

    /** Adds to what is in force, or goes back to it. */
    private void publish(List<Map<String, Object>> added) {
        Reply inForce = administrator.get("/api/v1/rules").expect(200);
        List<Object> rules = new java.util.ArrayList<>(inForce.objects("/rules").stream()
                .filter(rule -> !rule.getString("name").equals("Gold ones"))
                .toList());
        rules.addAll(added);
        administrator
                .post(
                        "/api/v1/rules/publish",
                        object("rules", rules, "note", "", "basedOn", inForce.number("/revision")))
                .expect(200);
    }

    private Reply newSite(String siteKey, String asked) {
        return administrator.post(
                "/api/v1/sites",
                object(
                        "key",
                        siteKey,
                        "name",
                        "The other shop",
                        "preChat",
                        List.of(object("subject", "conversation", "key", asked, "label", "?", "required", true))));
    }

    @Test
    void whatAFormAsksStaysAndIsAskedWhereItAppliesOnly() {
        String key = unique("asked");
        String elsewhere =
                administrator.get("/api/v1/sites").objects("/items").get(0).getString("id");
        Reply made = declare(key, "text", "visitorsMayWrite", true).expect(201);
        String path = DEFINITIONS + "/" + made.text("/id");
        String siteKey = unique("site").toLowerCase();
        newSite(siteKey, key).expect(201);
        String site = "/widget/v1/sites/" + siteKey;

        Reply refused = administrator.delete(path);
        Refusal.of(refused, 409);
        assertThat(refused.text("/detail")).contains("the pre-chat form of \"The other shop\"");
        assertThat(rapport.anybody().get(site).objects("/preChat/fields")).hasSize(1);

        administrator.patch(path, object("sites", List.of(elsewhere))).expect(200);
        assertThat(rapport.anybody().get(site).objects("/preChat/fields")).isEmpty();
        Reply another = newSite(unique("another").toLowerCase(), key).expect(422);
        assertThat(another.objects("/errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.getString("message")).contains("does not apply at this site"));
        administrator.patch(path, object("sites", null)).expect(200);
        assertThat(rapport.anybody().get(site).objects("/preChat/fields")).hasSize(1);
    }

    @Test
    void anEmptyAttributeIsLeftOutWhereItDoesNotApplyAndAValueIsNot() {
        String conversation = rapport.visitor().conversation();
        String key = unique("elsewhere");
        String siteKey = unique("site").toLowerCase();
        administrator
                .post("/api/v1/sites", object("key", siteKey, "name", "Elsewhere"))
                .expect(201);
        String elsewhere = administrator.get("/api/v1/sites").objects("/items").stream()
                .filter(site -> site.getString("key").equals(siteKey))
                .findFirst()
                .orElseThrow()
                .getString("id");
        String path = DEFINITIONS + "/" + declare(key, "text").text("/id");
        rapport.administrator()
                .program("conversations:write")
                .patch("/api/v1/conversations/" + conversation + "/attributes", object(key, "said"))
                .expect(200);
        administrator.patch(path, object("sites", List.of(elsewhere))).expect(200);
        assertThat(shown(conversation, key).getString("value")).isEqualTo("said");

        set(conversation, key, null).expect(200);
        assertThat(rapport.administrator().panel(conversation).attribute(Panel.CONVERSATION, key))
                .isEmpty();
        administrator.patch(path, object("sites", null)).expect(200);
        assertThat(rapport.administrator().panel(conversation).attribute(Panel.CONVERSATION, key))
                .isPresent();
    }

    @Test
    void optionsKeepTheirLabelsOnOldValues() {
        String conversation = rapport.visitor().conversation();
        String key = unique("plan");
        String path = DEFINITIONS + "/"
                + declare(key, "list", "options", List.of("Old", "New")).text("/id");
        set(conversation, key, "Old").expect(200);

        Reply checked = administrator
                .post(path + "/check", object("options", List.of("New")))
                .expect(200);
        assertThat(checked.number("/misfits")).isEqualTo(1);
        assertThat(checked.text("/more")).isEqualTo("false");
        Refusal.of(administrator.post(path + "/check", object("options", List.of())), 422)
                .naming("options");

        administrator.patch(path, object("options", List.of("New"))).expect(200);
        assertThat(shown(conversation, key).getString("value")).isEqualTo("Old");
        assertThat(shown(conversation, key).getBoolean("unparsed")).isFalse();
        Refusal.of(set(conversation, key, "Old"), 422).naming(key);
        set(conversation, key, "New").expect(200);
        assertThat(shown(conversation, key).getString("value")).isEqualTo("New");
    }

    @Test
    void valuesOutliveTheirDefinitionAndGetTheTypeOfTheNext() {
        String fitting = rapport.visitor().conversation();
        String other = rapport.visitor().conversation();
        String key = unique("left");
        String path = DEFINITIONS + "/" + declare(key, "text").text("/id");
        set(fitting, key, "12.50").expect(200);
        set(other, key, "a dozen").expect(200);

        administrator.delete(path).expect(204);
        assertThat(shown(fitting, key).getBoolean("declared")).isFalse();
        Refusal.of(set(fitting, key, "13"), 422).naming(key);
        JsonObject left = administrator
                .get(DEFINITIONS + "/undeclared?subject=conversation&limit=100&after="
                        + key.substring(0, key.length() - 1))
                .expect(200)
                .objects("/items")
                .get(0);
        assertThat(left.getString("key")).isEqualTo(key);
        assertThat(left.getInt("subjects")).isEqualTo(2);
        assertThat(left.getBoolean("more")).isFalse();
        assertThat(left.getString("type")).isEqualTo("text");

        declare(key, "number").expect(201);
        await().atMost(Caller.PATIENCE)
                .untilAsserted(
                        () -> assertThat(shown(fitting, key).get("value")).isEqualTo(Json.read("12.5")));
        assertThat(shown(fitting, key).getBoolean("unparsed")).isFalse();
        await().atMost(Caller.PATIENCE)
                .untilAsserted(() ->
                        assertThat(shown(other, key).getBoolean("unparsed")).isTrue());
        assertThat(shown(other, key).getString("value")).isEqualTo("a dozen");
        assertThat(administrator
                        .get(DEFINITIONS + "/undeclared?subject=conversation")
                        .body())
                .doesNotContain(key);
    }
}
