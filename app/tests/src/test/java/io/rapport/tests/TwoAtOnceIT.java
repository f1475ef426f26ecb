package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people who add the same thing in the same moment: one does, the other is told that it is there. */
@ExtendWith(SharedRapport.class)
class TwoAtOnceIT {
    private static final int ROUNDS = 15;

    private final Running rapport;

    TwoAtOnceIT(Running rapport) {
        this.rapport = rapport;
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                addition("/api/v1/sites", unique -> object("key", "twice-" + unique, "name", "Twice")),
                addition(
                        "/api/v1/labels",
                        unique -> object(
                                "name", "twice " + unique, "colour", "#336699", "appliesTo", List.of("contact"))),
                addition(
                        "/api/v1/agents",
                        unique -> object("name", "Nam", "email", unique + "@twice.example", "role", "agent")),
                addition(
                        "/api/v1/attribute-definitions",
                        unique -> object(
                                "subject", "contact", "key", "twice" + unique, "name", "Twice", "type", "text")));
    }

    private static Arguments addition(String path, Function<String, Map<String, Object>> body) {
        return Arguments.of(path, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void oneIsMadeAndTheOtherIsAConflict(String path, Function<String, Map<String, Object>> body) throws Exception {
        Caller administrator = rapport.administrator().calls();
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, Object> wanted =
                        body.apply(UUID.randomUUID().toString().substring(0, 8));
                assertThat(statuses(people, () -> administrator.post(path, wanted)))
                        .containsExactlyInAnyOrder(201, 409);
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static List<Integer> statuses(ExecutorService people, Callable<Reply> addition) throws Exception {
        var start = new CyclicBarrier(2);
        List<Future<Reply>> replies = new ArrayList<>();
        for (int person = 0; person < 2; person++) {
            replies.add(people.submit(() -> {
                start.await();
                return addition.call();
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            statuses.add(reply.get().status());
        }
        return statuses;
    }
}
