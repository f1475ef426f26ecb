package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is text: it comes back as it was typed, and never as a page. */
@ExtendWith(SharedRapport.class)
class MarkupIT {
    private final Running rapport;
    private final Agent agent;

    MarkupIT(Running rapport) {
        this.rapport = rapport;
        this.agent = rapport.administrator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "</script><script>alert('1')</script>",
                "&lt;b&gt; & \"quotes\" 'n' \\back\\slashes\\",
                "{{7*7}} ${7*7} #{7*7} %s %n '; drop table contacts.contact; --",
                "Nguyễn Thị Lan 👩‍👩‍👧 \u202eright to left\u202c"
            })
    void markupComesBackAsTheSameText(String text) throws Exception {
        Visitor visitor = rapport.visitor();
        var answers = Visitor.answers();
        answers.put("name", text);
        try (LiveSocket widget = visitor.live()) {
            Reply started = visitor.start(text, answers).expect(201);
            String conversation = started.text("/conversationId");
            agent.answer(conversation, text).expect(201);

            assertThat(started.text("/message/text")).isEqualTo(text);
            assertThat(widget.awaitFrame("the answer", frame -> frame.toString().contains("\"agent\""))
                            .getJsonObject("message")
                            .getString("text"))
                    .isEqualTo(text);
            Reply read = visitor.read(conversation).expect(200);
            assertThat(read.header("Content-Type")).startsWith("application/json");
            assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(read.objects("/items"))
                    .extracting(message -> message.getString("text"))
                    .containsExactly(text, text);
            Panel panel = agent.panel(conversation);
            assertThat(panel.text("/contact/name")).isEqualTo(text);
            agent.calls()
                    .patch("/api/v1/contacts/" + panel.contact() + "/attributes", object("hometown", text))
                    .expect(200);
            assertThat(agent.panel(conversation).value(Panel.CONTACT, "hometown"))
                    .isEqualTo(text);
            Reply row =
                    agent.calls().get("/api/v1/conversations/" + conversation).expect(200);
            assertThat(row.text("/lastMessage/text")).isEqualTo(text);
            assertThat(row.text("/contact/name")).isEqualTo(text);
        }
    }
}
