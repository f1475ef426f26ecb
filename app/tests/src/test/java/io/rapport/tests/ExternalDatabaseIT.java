package io.rapport.tests;

import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.launcher.DatabaseAddress;
import io.rapport.launcher.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The product on a PostgreSQL that somebody else runs. */
class ExternalDatabaseIT {
    private static Path folder;
    private static EmbeddedDatabase theirs;

    @BeforeAll
    static void start() throws Exception {
        folder = TestFolder.empty("external");
        theirs = EmbeddedDatabase.in(folder.resolve("theirs").toAbsolutePath())
                .programs(Settings.PROGRAMS)
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (theirs != null) {
            theirs.close();
        }
    }

    private static Map<String, String> settings(DatabaseAddress address) {
        return new TreeMap<>(Map.of(
                "rapport.db.url", address.url(),
                "rapport.db.user", address.user(),
                "rapport.db.password", address.password()));
    }

    @Test
    void aMessageIsLabelledThereAndNoOtherDatabaseIsStarted() throws Exception {
        try (var launched = LaunchedRapport.start(folder, settings(theirs.address()))) {
            Running rapport = launched.running();
            String conversation = rapport.visitor()
                    .start("I want a refund for order 1234")
                    .expect(201)
                    .text("/conversationId");

            rapport.administrator()
                    .awaitPanel(
                            conversation,
                            seen -> assertThat(seen.labels(CONVERSATION)).contains("refund request"));
            assertThat(new Database(theirs.address())
                            .count("select count(*) from conversations.conversation where id = ?::uuid", conversation))
                    .isEqualTo(1);
            assertThat(folder.resolve("data/logs/server.log")).exists();
            assertThat(Files.exists(folder.resolve("data/postgresql"))).isFalse();
        }
    }

    @Test
    void aWrongPasswordIsOneLineThatDoesNotRepeatIt() throws Exception {
        var wrong = new DatabaseAddress(theirs.address().url(), theirs.address().user(), "not-the-password");
        assertThat(onlyComplaint(settings(wrong)))
                .contains("password authentication failed", "rapport.db.password")
                .doesNotContain("not-the-password");
    }

    @Test
    void aHostThatCannotBeReachedIsOneLineWithItsAddress() throws Exception {
        var nobody =
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/rapport".formatted(Settings.freePort()), "me", "x");
        assertThat(onlyComplaint(settings(nobody))).contains(nobody.url(), "rapport.db.url");
    }

    private static String onlyComplaint(Map<String, String> settings) throws Exception {
        String said = LaunchedRapport.refused(TestFolder.empty("external-refused"), settings);
        assertThat(said.lines().filter(line -> !line.startsWith("Rapport ")))
                .as("what it said beside its version: %s", said)
                .singleElement()
                .asString()
                .startsWith("rapport: The database ");
        return said;
    }
}
