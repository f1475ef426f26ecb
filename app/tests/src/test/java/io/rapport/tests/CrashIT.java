package io.rapport.tests;

import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives the death of every process: the work that was still to do is done, and done once. */
class CrashIT {
    private static final String WHAT_FOLLOWS = "select count(*) from outbox.delivery";
    private static final String TIMES_ADDED = "select count(*) from conversations.label_history h "
            + "join labels.label l on l.id = h.label_id "
            + "where h.subject_id = ?::uuid and h.action = 'added' and l.name = ?";

    private Path folder;

    @Test
    void labelsOfAnAcknowledgedMessageArriveOnceAfterEverythingWasKilled() throws Exception {
        folder = TestFolder.empty("crash");
        String conversation;
        try (var first = LaunchedRapport.start(folder, Map.of("rapport.outbox.paused", "true"))) {
            conversation = acknowledge(first.running());
            first.killEverything();
        }
        try (var second = LaunchedRapport.start(folder, Map.of())) {
            Running rapport = second.running();
            Agent agent = rapport.administrator();

            agent.awaitPanel(conversation, seen -> {
                assertThat(seen.labels(CONVERSATION)).contains("refund request", "priority::high");
                assertThat(seen.text("/session/device/type")).isEqualTo("phone");
            });

            assertThat(agent.calls()
                            .get("/api/v1/conversations/" + conversation + "/messages")
                            .objects("/items"))
                    .extracting(message -> message.getString("text"))
                    .containsExactly("I want a refund for order 1234");
            org.awaitility.Awaitility.await("nothing is left to do")
                    .atMost(Caller.PATIENCE)
                    .until(() -> rapport.database().count(WHAT_FOLLOWS) == 0);
            for (String label : List.of("refund request", "priority::high")) {
                assertThat(rapport.database().count(TIMES_ADDED, conversation, label))
                        .as("times that '%s' was put on", label)
                        .isEqualTo(1);
            }
        }
    }

    private static String acknowledge(Running rapport) {
        Visitor visitor = rapport.browser().as(Browser.IPHONE).arrive();
        String conversation =
                visitor.start("I want a refund for order 1234").expect(201).text("/conversationId");
        assertThat(rapport.administrator().panel(conversation).labels(CONVERSATION))
                .as("the lane is held")
                .isEmpty();
        assertThat(rapport.database().count(WHAT_FOLLOWS)).isPositive();
        assertThat(rapport.database()
                        .texts("select distinct d.xmin::text from outbox.delivery d "
                                + "where d.xmin::text not in (select xmin::text from sessions.page_view)"))
                .as("the transactions that wrote down what follows, beside the visit's: that of the message alone")
                .isEqualTo(rapport.database()
                        .texts(
                                "select xmin::text from conversations.message where conversation_id = ?::uuid",
                                conversation));
        return conversation;
    }
}
