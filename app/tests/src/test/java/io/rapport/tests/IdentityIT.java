package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static io.rapport.tests.Panel.CONTACT;
import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who the visitor is: what a site signs proves it, and what anybody types does not. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityIT {
    private static final String CONTACT_CALL = "/widget/v1/contact";

    private final Running rapport;
    private Agent agent;
    private String site;
    private String secret;

    IdentityIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void makeASecret() {
        agent = rapport.administrator();
        site = agent.calls().get("/api/v1/sites").expect(200).objects("/items").stream()
                .filter(item -> item.getString("key").equals("demo"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        secret = rotate().text("/secret");
    }

    private Reply rotate() {
        return agent.calls()
                .send("POST", "/api/v1/sites/" + site + "/identity-secret", null, "")
                .expect(201);
    }

    private static String somebody(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private static Reply introduce(Visitor visitor, Object... said) {
        return visitor.calls().patch(CONTACT_CALL, object(said));
    }

    private String token(String externalId) {
        return IdentityToken.of(externalId).signedWith(secret);
    }

    private Visitor proven(String externalId) {
        Visitor visitor = rapport.visitor();
        introduce(visitor, "identityToken", token(externalId)).expect(200);
        return visitor;
    }

    private String contactOf(String conversation) {
        return agent.panel(conversation).contact();
    }

    private Reply unmerge(String contact) {
        return agent.calls().send("POST", "/api/v1/contacts/" + contact + "/unmerge", null, "");
    }

    private static Visitor as(Visitor visitor, String token) {
        return new Visitor(
                visitor.rapport(), visitor.calls().with("Authorization", "Bearer " + token), token, visitor.opened());
    }

    @Test
    void aSecretIsToldOnceAndTheOneBeforeStaysGoodUntilItIsRetired() {
        String shop = agent.calls()
                .post("/api/v1/sites", object("key", UUID.randomUUID().toString(), "name", "Shop"))
                .expect(201)
                .text("/id");
        String secrets = "/api/v1/sites/" + shop + "/identity-secret";
        List<String> made = Stream.generate(
                        () -> agent.calls().send("POST", secrets, null, "").expect(201))
                .limit(3)
                .map(reply -> reply.text("/id"))
                .toList();

        Reply known = agent.calls().get(secrets).expect(200);
        assertThat(known.objects("/items"))
                .extracting(item -> item.getString("id"))
                .containsExactly(made.get(2), made.get(1));
        assertThat(known.body()).doesNotContain("\"secret\"");

        agent.calls().delete(secrets + "/" + made.get(1)).expect(204);
        Refusal.of(agent.calls().delete(secrets + "/" + made.get(1)), 404);
        assertThat(agent.calls().get(secrets).objects("/items")).hasSize(1);
        assertThat(rapport.database().texts("select action from sites.audit where site_id = ?::uuid order by id", shop))
                .containsExactly(
                        "identitySecretMade",
                        "identitySecretMade",
                        "identitySecretMade",
                        "identitySecretRetired",
                        "identitySecretRetired");
    }

    @Test
    void whoeverProvesAnIdentityIsThatContactInEveryBrowser() {
        String mai = somebody("mai");
        Visitor atHome = rapport.visitor();
        Reply known = introduce(
                        atHome,
                        "externalId",
                        mai,
                        "identityToken",
                        IdentityToken.of(mai)
                                .with("name", "Mai Trần")
                                .with("email", mai + "@example.com")
                                .with("phone_number", "+84912345678")
                                .signedWith(secret),
                        "attributes",
                        object("favourite", "lotus"))
                .expect(200);
        assertThat(known.text("/verified")).isEqualTo("true");
        assertThat(known.text("/visitorToken")).isEqualTo(atHome.token());
        String conversation =
                atHome.start("Hello", Visitor.answers()).expect(201).text("/conversationId");

        Panel panel = agent.panel(conversation);
        assertThat(panel.text("/contact/verified")).isEqualTo("true");
        assertThat(panel.text("/contact/name"))
                .as("what is signed outranks what is typed")
                .isEqualTo("Mai Trần");
        assertThat(panel.attribute(CONTACT, "favourite").orElseThrow().getString("source"))
                .isEqualTo("sdk");
        assertThat(rapport.database()
                        .texts(
                                "select source from contacts.attribute_value where subject_id = ?::uuid and key = 'email' and winner",
                                panel.contact()))
                .containsExactly("identityToken");

        Visitor atWork = proven(mai);
        String another = atWork.conversation();
        assertThat(another).isNotEqualTo(conversation);
        assertThat(contactOf(another)).isEqualTo(panel.contact());
        assertThat(agent.calls().get("/api/v1/contacts/" + panel.contact()).number("/conversations"))
                .isEqualTo(2);
    }

    @Test
    void anAnonymousContactBecomesPartOfTheOneItProvesToBe() {
        String mai = somebody("mai");
        String known = contactOf(proven(mai).conversation());
        Visitor stranger = rapport.visitor();
        String conversation = stranger.conversation();
        String anonymous = contactOf(conversation);

        introduce(stranger, "identityToken", token(mai)).expect(200);

        assertThat(contactOf(conversation)).isEqualTo(known);
        assertThat(agent.calls()
                        .get("/api/v1/contacts/" + anonymous)
                        .expect(200)
                        .text("/mergedInto"))
                .isEqualTo(known);
        assertThat(rapport.database().texts("select actor_kind from contacts.merge where from_id = ?::uuid", anonymous))
                .containsExactly("visitor");
        assertThat(unmerge(anonymous).expect(200).text("/restored")).isEqualTo(anonymous);
        assertThat(contactOf(conversation)).isEqualTo(anonymous);
    }

    @Test
    void anAnonymousContactThatNobodyKnewIsItselfTheOneItProvesToBe() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        String contact = contactOf(conversation);

        introduce(visitor, "identityToken", token(somebody("mai"))).expect(200);

        Panel panel = agent.panel(conversation);
        assertThat(panel.contact()).isEqualTo(contact);
        assertThat(panel.text("/contact/verified")).isEqualTo("true");
    }

    @Test
    void aBrowserThatChangesHandsBecomesANewVisitorWithNothingCarriedOver() {
        String nam = somebody("nam");
        Visitor mais = proven(somebody("mai"));
        String conversation = mais.conversation();

        Reply changed = introduce(mais, "identityToken", token(nam)).expect(200);

        assertThat(changed.text("/visitorToken")).isNotEqualTo(mais.token());
        Visitor nams = as(mais, changed.text("/visitorToken"));
        Refusal.of(nams.read(conversation), 404);
        String another = nams.conversation();
        assertThat(another).isNotEqualTo(conversation);
        assertThat(contactOf(another)).isNotEqualTo(contactOf(conversation));
        assertThat(rapport.database()
                        .texts(
                                "select external_id from contacts.external_identity where contact_id = ?::uuid",
                                contactOf(another)))
                .containsExactly(nam);
    }

    @Test
    void historyOfSomebodyKnownIsShownOnlyWithAValidToken() throws Exception {
        String mai = somebody("mai");
        Browser browser = rapport.browser().on("http://shop.localhost/demo/?utm_campaign=one");
        Visitor first = browser.arrive();
        String conversation = first.conversation();
        introduce(first, "identityToken", token(mai)).expect(200);
        first.read(conversation).expect(200);

        Visitor again =
                browser.on("http://shop.localhost/demo/?utm_campaign=two").arrive();
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(again.opened().text("/identityRequired")).isEqualTo("true");
        assertThat(again.opened().text("/conversation")).isNull();
        for (Reply closed : List.of(
                again.read(conversation),
                again.write(conversation, "It is me"),
                again.start("It is me"),
                introduce(again, "name", "Somebody else"))) {
            Refusal.of(closed, 401);
            assertThat(closed.text("/type")).isEqualTo("/problems/identity-required");
        }
        try (LiveSocket socket = LiveSocket.open(
                new Caller(rapport.base()).with("Origin", rapport.base().toString()), "/widget/v1/live")) {
            socket.say(object("type", "hello", "token", again.token())).awaitType("error");
        }

        introduce(again, "identityToken", token(mai)).expect(200);
        assertThat(again.read(conversation).expect(200).objects("/items")).hasSize(1);
        assertThat(browser.arrive().opened().text("/conversation/id")).isEqualTo(conversation);
    }

    @Test
    void aProofEndsWithItsToken() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        // Good for a moment more, by the leeway between clocks.
        String ending = IdentityToken.of(somebody("mai"))
                .with("exp", Instant.now().minusSeconds(57).getEpochSecond())
                .signedWith(secret);
        introduce(visitor, "identityToken", ending).expect(200);

        org.awaitility.Awaitility.await()
                .atMost(Caller.PATIENCE)
                .until(() -> visitor.read(conversation).status() == 401);
        assertThat(introduce(visitor, "identityToken", ending).text("/type"))
                .isEqualTo("/problems/identity-token-expired");
    }

    @Test
    void aSocketHearsNothingMoreOnceTheProofHasEnded() throws Exception {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        try (LiveSocket before = visitor.live()) {
            String ending = IdentityToken.of(somebody("mai"))
                    .with("exp", Instant.now().minusSeconds(50).getEpochSecond())
                    .signedWith(secret);
            introduce(visitor, "identityToken", ending).expect(200);
            try (LiveSocket after = visitor.live()) {
                org.awaitility.Awaitility.await()
                        .atMost(Caller.PATIENCE)
                        .until(() -> visitor.read(conversation).status() == 401);
                agent.calls()
                        .post("/api/v1/conversations/" + conversation + "/messages", object("text", "Your new address"))
                        .expect(201);
                for (LiveSocket socket : List.of(before, after)) {
                    assertThat(socket.awaitClose()).isEqualTo(1008);
                    assertThat(socket.heard())
                            .extracting(frame -> frame.getString("type"))
                            .doesNotContain("message");
                }
            }
        }
    }

    @Test
    void whatProvesNothingIsRefusedAndChangesNothing() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        String mai = somebody("mai");
        Refusal.of(introduce(visitor, "externalId", mai), 422).naming("externalId");
        Refusal.of(introduce(visitor, "externalId", "nam", "identityToken", token(mai)), 422)
                .naming("externalId");
        Map<String, Integer> refused = Map.of(
                IdentityToken.of(mai).signedWith("x".repeat(43)),
                401,
                IdentityToken.of(mai).with("aud", "other").signedWith(secret),
                401,
                IdentityToken.of(mai).with("exp", 1).signedWith(secret),
                401,
                IdentityToken.of(mai).with("exp", null).signedWith(secret),
                422,
                IdentityToken.of(mai).with("sub", null).signedWith(secret),
                422,
                IdentityToken.of("x".repeat(201)).signedWith(secret),
                422,
                "a.b.c",
                422);
        refused.forEach((token, status) -> {
            Reply reply = introduce(visitor, "identityToken", token, "name", "Mai");
            Refusal.of(reply, status).naming("identityToken");
            assertThat(reply.text("/type")).startsWith("/problems/identity-token-");
        });
        Panel panel = agent.panel(conversation);
        assertThat(panel.text("/contact/verified")).isEqualTo("false");
        assertThat(panel.text("/contact/name")).isNotEqualTo("Mai");
    }

    @Test
    void oneBadKeyIsRefusedForItself() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        Reply reply = introduce(
                        visitor,
                        "email",
                        "no e-mail",
                        "phone",
                        "0912 345 678",
                        "nonsense",
                        1,
                        "attributes",
                        object("hometown", "Huế", "tier", "gold", "Bad Key", "x", "deep", object("a", 1)))
                .expect(200);
        assertThat(reply.at("/saved").toString()).isEqualTo("[\"phone\",\"tier\"]");
        assertThat(reply.objects("/refused"))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder("nonsense", "email", "hometown", "Bad Key", "deep");
        JsonObject tier = agent.panel(conversation).attribute(CONTACT, "tier").orElseThrow();
        assertThat(tier.getString("value")).isEqualTo("gold");
        assertThat(tier.getString("source")).isEqualTo("sdk");

        introduce(visitor, "attributes", object("tier", null)).expect(200);
        assertThat(agent.panel(conversation).attribute(CONTACT, "tier")).isEmpty();
    }

    @Test
    void whatIsSaidBeforeTheFirstMessageWaitsForIt() {
        Visitor visitor = rapport.visitor();
        introduce(visitor, "phone", "+84912345679", "attributes", object("tier", "gold", "colour", "red"))
                .expect(200);
        introduce(visitor, "attributes", object("colour", null)).expect(200);
        Refusal.of(introduce(visitor, "attributes", object("hometown", "Huế")), 422)
                .naming("hometown");

        Panel panel = agent.panel(visitor.conversation());

        assertThat(panel.text("/contact/phone")).isEqualTo("+84912345679");
        assertThat(panel.value(CONTACT, "tier")).isEqualTo("gold");
        assertThat(panel.attribute(CONTACT, "colour")).isEmpty();
    }

    @Test
    void thePageDescribesTheConversation() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        String path = "/widget/v1/conversations/" + conversation + "/attributes";
        Reply reply = visitor.calls()
                .patch(path, object("order", 1234, "reason", "no option"))
                .expect(200);
        assertThat(reply.at("/saved").toString()).isEqualTo("[\"order\"]");
        assertThat(agent.panel(conversation).value(CONVERSATION, "order")).isEqualTo("1234");
        Refusal.of(visitor.calls().patch(path, object("reason", "no option")), 422)
                .naming("reason");
    }

    @Test
    void twoBrowsersThatProveTheSameAtOnceAreOneContact() {
        for (int round = 0; round < 5; round++) {
            String mai = somebody("mai");
            List<Visitor> browsers = Stream.generate(rapport::visitor).limit(4).toList();
            browsers.get(0).conversation();
            List<CompletableFuture<Reply>> at = browsers.stream()
                    .map(browser ->
                            CompletableFuture.supplyAsync(() -> introduce(browser, "identityToken", token(mai))))
                    .toList();
            at.forEach(reply -> reply.join().expect(200));
            assertThat(rapport.database()
                            .count(
                                    "select count(distinct v.contact_id) from contacts.visitor_contact v "
                                            + "join contacts.external_identity e on e.contact_id = v.contact_id "
                                            + "join contacts.contact c on c.id = v.contact_id and c.merged_into is null "
                                            + "where e.external_id = ? having count(*) = 4",
                                    mai))
                    .isEqualTo(1);
        }
    }

    @Test
    void aProofAndAFirstMessageAtOnceMakeOneContact() {
        for (int round = 0; round < 8; round++) {
            Visitor visitor = rapport.visitor();
            String mai = somebody("mai");
            CompletableFuture<Reply> proof =
                    CompletableFuture.supplyAsync(() -> introduce(visitor, "identityToken", token(mai)));
            Reply started = visitor.start("Hello");
            proof.join().expect(200);
            String conversation = started.expect(201).text("/conversationId");
            Panel panel = agent.panel(conversation);
            assertThat(panel.text("/contact/verified")).isEqualTo("true");
            assertThat(agent.calls().get("/api/v1/contacts/" + panel.contact()).number("/conversations"))
                    .isEqualTo(1);
            assertThat(rapport.database()
                            .count("select count(*) from contacts.attribute_value v where not exists "
                                    + "(select 1 from contacts.contact c where c.id = v.subject_id)"))
                    .isZero();
        }
    }
}
