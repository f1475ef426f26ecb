package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tabs of one browser that send the first message in the same moment. */
@ExtendWith(SharedRapport.class)
class FirstMessageRaceIT {
    private static final int VISITORS = 200;
    /** Pairs at a time: enough to meet, few enough for a small machine. */
    private static final int AT_ONCE = 8;

    private final Running rapport;

    FirstMessageRaceIT(Running rapport) {
        this.rapport = rapport;
    }

    @Test
    void twoFirstMessagesAtOnceMakeOneContactAndOneConversation() throws Exception {
        List<Visitor> visitors =
                Stream.generate(rapport::visitor).limit(VISITORS).toList();
        long contacts = contacts();
        long conversations = conversations();

        ExecutorService pairs = Executors.newFixedThreadPool(AT_ONCE);
        ExecutorService tabs = Executors.newFixedThreadPool(2 * AT_ONCE);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (Visitor visitor : visitors) {
                done.add(pairs.submit(() -> startTwice(visitor, tabs)));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            pairs.shutdownNow();
            tabs.shutdownNow();
        }

        assertThat(contacts() - contacts).as("new contacts").isEqualTo(VISITORS);
        assertThat(conversations() - conversations).as("new conversations").isEqualTo(VISITORS);
    }

    private static Void startTwice(Visitor visitor, ExecutorService tabs) throws Exception {
        var start = new CyclicBarrier(2);
        List<Future<Reply>> replies = new ArrayList<>();
        for (String text : List.of("First", "Second")) {
            Callable<Reply> tab = () -> {
                start.await();
                return visitor.start(text);
            };
            replies.add(tabs.submit(tab));
        }
        Reply one = replies.get(0).get();
        Reply other = replies.get(1).get();
        assertThat(List.of(one.status(), other.status()))
                .as("%s and %s", one.body(), other.body())
                .containsExactlyInAnyOrder(201, 200);
        assertThat(one.text("/conversationId")).isEqualTo(other.text("/conversationId"));
        assertThat(visitor.read(one.text("/conversationId")).expect(200).objects("/items"))
                .extracting(message -> message.getString("text"))
                .containsExactlyInAnyOrder("First", "Second");
        return null;
    }

    private long contacts() {
        return rapport.database().count("select count(*) from contacts.contact");
    }

    private long conversations() {
        return rapport.database().count("select count(*) from conversations.conversation");
    }
}
