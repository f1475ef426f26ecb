package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents tell each other stays between them. */
@ExtendWith(SharedRapport.class)
class PrivateNoteIT {
    private static final String SECRET = "This customer is lying";

    private final Running rapport;
    private final Agent agent;

    PrivateNoteIT(Running rapport) {
        this.rapport = rapport;
        this.agent = rapport.administrator();
    }

    @Test
    void aPrivateNoteReachesNoVisitorChannel() throws Exception {
        Browser browser = rapport.browser();
        Visitor visitor = browser.arrive();
        String conversation = visitor.conversation();
        try (LiveSocket widget = visitor.live()) {
            agent.note(conversation, SECRET).expect(201);
            agent.answer(conversation, "Good morning!").expect(201);

            widget.awaitFrame("the answer", frame -> frame.toString().contains("Good morning!"));
            assertThat(widget.heard()).noneMatch(frame -> frame.toString().contains(SECRET));
        }
        assertThat(visitor.read(conversation).expect(200).body())
                .contains("Good morning!")
                .doesNotContain(SECRET);
        Reply returned = browser.arrive().opened();
        assertThat(returned.number("/unread")).as("the answer alone").isEqualTo(1);
        assertThat(returned.body()).doesNotContain(SECRET);
    }

    @Test
    void aPrivateNoteIsReadByOtherAgents() {
        String conversation = rapport.visitor().conversation();
        agent.note(conversation, SECRET).expect(201);

        assertThat(rapport.administrator()
                        .calls()
                        .get("/api/v1/conversations/" + conversation + "/messages")
                        .objects("/items"))
                .filteredOn(message -> message.getBoolean("private"))
                .singleElement()
                .satisfies(note -> assertThat(note.getString("text")).isEqualTo(SECRET));
    }

    @Test
    void aPrivateNoteIsNotTheLastMessageThatCountsAsUnreadForTheVisitor() {
        Browser browser = rapport.browser();
        String conversation = browser.arrive().conversation();
        agent.note(conversation, SECRET).expect(201);

        assertThat(browser.arrive().opened().number("/unread")).isZero();
    }

    @Test
    void whatIsNeitherPrivateNorNotIsNotPosted() {
        String conversation = rapport.visitor().conversation();
        Refusal.of(
                agent.calls()
                        .post(
                                "/api/v1/conversations/" + conversation + "/messages",
                                "{\"text\":\"" + SECRET + "\",\"private\":\"yes\"}"),
                400);

        assertThat(agent.calls()
                        .get("/api/v1/conversations/" + conversation + "/messages")
                        .body())
                .doesNotContain(SECRET);
    }
}
