package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static io.rapport.tests.Panel.CONTACT;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two contacts that are one person: what agents make of a claim, and merges that can be undone. */
@ExtendWith(SharedRapport.class)
class MergeIT {

    private final Running rapport;
    private Agent agent;

    MergeIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeEach
    void signIn() {
        agent = rapport.administrator();
    }

    private static String somebody(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private String contactOf(String conversation) {
        return agent.panel(conversation).contact();
    }

    /** All that the panel shows of the contact; how often it was changed is not to be the same again. */
    private JsonObject shownOf(String conversation) {
        JsonObject contact = agent.panel(conversation).reply().at("/contact").asJsonObject();
        return jakarta.json.Json.createObjectBuilder(contact).remove("version").build();
    }

    private Reply merge(String from, String into) {
        return agent.calls().post("/api/v1/contacts/" + from + "/merge", object("into", into));
    }

    private Reply unmerge(String contact) {
        return agent.calls().send("POST", "/api/v1/contacts/" + contact + "/unmerge", null, "");
    }

    @Test
    void aClaimThatIsConfirmedMakesThemOneAndASecondScreenIsTold() throws Exception {
        String email = somebody("lan") + "@example.com";
        Visitor known = rapport.visitor();
        String first = known.start("Hello", object("name", "Lan", "email", email))
                .expect(201)
                .text("/conversationId");
        Visitor stranger = rapport.visitor();
        String second = stranger.start(
                        "Me too", object("name", "L.", "email", email.toUpperCase(java.util.Locale.ROOT)))
                .expect(201)
                .text("/conversationId");
        String candidate = contactOf(first);
        String claiming = contactOf(second);
        String claims = "/api/v1/contacts/" + claiming + "/claims";
        JsonObject claim =
                agent.calls().get(claims).expect(200).objects("/items").get(0);
        assertThat(claim.getString("field")).isEqualTo("email");
        assertThat(claim.getJsonObject("candidate").getString("id")).isEqualTo(candidate);
        Refusal.of(agent.calls().post(claims + "/email/confirm", object("candidate", claiming)), 409);
        Refusal.of(agent.calls().post(claims + "/phone/confirm", object("candidate", candidate)), 404);

        try (LiveSocket screen = rapport.administrator().live()) {
            agent.calls()
                    .post(claims + "/email/confirm", object("candidate", candidate))
                    .expect(200);
            screen.awaitFrame(
                    "a hint about " + claiming,
                    frame -> claiming.equals(frame.getString("contactId", null))
                            && frame.getJsonArray("what").toString().contains("contact"));
        }
        assertThat(contactOf(second)).isEqualTo(candidate);
        Refusal.of(stranger.read(first), 404);
        assertThat(rapport.database()
                        .texts("select contact_name from desk.inbox where conversation_id = ?::uuid", second))
                .containsExactly(agent.panel(first).text("/contact/name"));
    }

    @Test
    void aClaimThatIsRefusedIsNotShownAgainForThatValue() {
        String email = somebody("lan") + "@example.com";
        rapport.visitor().start("Hello", object("name", "Lan", "email", email)).expect(201);
        Visitor stranger = rapport.visitor();
        String conversation = stranger.start("Me too", object("name", "L.", "email", email))
                .expect(201)
                .text("/conversationId");
        String claims = "/api/v1/contacts/" + contactOf(conversation) + "/claims";
        String candidate = agent.panel(conversation).text("/contact/claims/0/candidate/id");

        agent.calls()
                .post(claims + "/email/refuse", object("candidate", candidate))
                .expect(204);

        assertThat(agent.panel(conversation).reply().objects("/contact/claims")).isEmpty();
        String other = somebody("hoa") + "@example.com";
        rapport.visitor().start("Hello", object("name", "Hoa", "email", other)).expect(201);
        stranger.calls().patch("/widget/v1/contact", object("email", other)).expect(200);
        assertThat(agent.panel(conversation).reply().objects("/contact/claims"))
                .as("the form's word, which was refused, outranks the page's")
                .isEmpty();
        Refusal.of(agent.calls().post(claims + "/email/refuse", object("candidate", candidate)), 404);
    }

    @Test
    void aMergeTakesEverythingAlongAndUndoingItGivesEverythingBack() {
        String high = agent.label(somebody("priority") + "::high", "contact");
        Visitor one = rapport.visitor();
        Visitor other = rapport.visitor();
        String conversation = one.conversation();
        String staying = other.conversation();
        String from = contactOf(conversation);
        String into = contactOf(staying);
        agent.calls().put("/api/v1/contacts/" + from + "/labels/" + high).expect(204);
        agent.calls()
                .patch("/api/v1/contacts/" + from + "/attributes", object("hometown", "Huế"))
                .expect(200);
        JsonObject before = shownOf(conversation);
        JsonObject beside = shownOf(staying);

        assertThat(merge(from, into).expect(200).text("/mergedInto")).isEqualTo(into);

        Panel merged = agent.panel(conversation);
        assertThat(merged.contact()).isEqualTo(into);
        assertThat(merged.value(CONTACT, "hometown")).isEqualTo("Huế");
        assertThat(merged.reply().objects("/contact/labels")).hasSize(1);
        Reply shown = agent.calls().get("/api/v1/contacts/" + into).expect(200);
        assertThat(shown.number("/conversations")).isEqualTo(2);
        assertThat(agent.calls().get("/api/v1/contacts/" + from).expect(200).text("/mergedInto"))
                .isEqualTo(into);
        Reply edited = agent.calls().patch("/api/v1/contacts/" + from, object("name", "Nobody"));
        Refusal.of(edited, 409);
        assertThat(edited.text("/type")).isEqualTo("/problems/contact-merged");
        one.write(conversation, "Still here").expect(201);

        assertThat(unmerge(into).expect(200).text("/restored")).isEqualTo(from);

        assertThat(shownOf(conversation)).isEqualTo(before);
        assertThat(shownOf(staying)).isEqualTo(beside);
        assertThat(agent.calls().get("/api/v1/contacts/" + into).number("/conversations"))
                .isEqualTo(1);
        Refusal.of(unmerge(into), 409);
    }

    @Test
    void whatAMergedVisitorStartsLaterGoesBackWithIt() {
        Visitor one = rapport.visitor();
        Visitor other = rapport.visitor();
        String conversation = one.conversation();
        String from = contactOf(conversation);
        String into = contactOf(other.conversation());
        merge(from, into).expect(200);
        rapport.database()
                .execute("update conversations.conversation set status = 'finalised' where id = ?::uuid", conversation);
        String later = one.start("Once more").expect(201).text("/conversationId");
        assertThat(contactOf(later)).isEqualTo(into);

        unmerge(from).expect(200);

        assertThat(contactOf(later)).isEqualTo(from);
        assertThat(agent.calls().get("/api/v1/contacts/" + from).number("/conversations"))
                .isEqualTo(2);
    }

    @Test
    void mergesThatMakeNoSenseAreRefused() {
        String one = contactOf(rapport.visitor().conversation());
        String two = contactOf(rapport.visitor().conversation());
        String three = contactOf(rapport.visitor().conversation());
        Refusal.of(merge(one, one), 422).naming("into");
        Refusal.of(merge(one, UUID.randomUUID().toString()), 422).naming("into");
        Refusal.of(merge(UUID.randomUUID().toString(), one), 404);
        Refusal.of(unmerge(one), 409);
        merge(one, two).expect(200);
        Refusal.of(merge(one, three), 409);
        Refusal.of(merge(three, one), 409);
        merge(two, three).expect(200);
        Reply early = unmerge(one);
        Refusal.of(early, 409);
        assertThat(early.text("/type")).isEqualTo("/problems/undo-latest-merge-first");
        unmerge(two).expect(200);
        unmerge(one).expect(200);
        rapport.database()
                .execute("update contacts.contact set realm_id = gen_random_uuid() where id = ?::uuid", three);
        Reply foreign = merge(one, three);
        Refusal.of(foreign, 409);
        assertThat(foreign.text("/type")).isEqualTo("/problems/another-realm");
    }

    @Test
    void aMergeThatIsOlderThan30DaysStays() {
        String one = contactOf(rapport.visitor().conversation());
        String two = contactOf(rapport.visitor().conversation());
        merge(one, two).expect(200);
        rapport.database()
                .execute(
                        "update contacts.merge set at = at - interval '30 days 1 minute' where from_id = ?::uuid", one);
        Reply late = unmerge(one);
        Refusal.of(late, 409);
        assertThat(late.text("/type")).isEqualTo("/problems/merge-too-old");
    }

    @Test
    void twoMergesAtOnceEndInOne() {
        for (int round = 0; round < 5; round++) {
            String one = contactOf(rapport.visitor().conversation());
            String two = contactOf(rapport.visitor().conversation());
            CompletableFuture<Reply> there = CompletableFuture.supplyAsync(() -> merge(one, two));
            Reply back = merge(two, one);
            assertThat(List.of(there.join().status(), back.status())).containsExactlyInAnyOrder(200, 409);
        }
    }
}
