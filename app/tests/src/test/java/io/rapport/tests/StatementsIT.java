package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.tests.StatementLog.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How many SQL statements the hot requests cost: round trips are what the database's time goes into. The afterwards lane
 * is held, so that only what the visitor or agent waits for is counted; caches are warm.
 */
class StatementsIT {
    private static LaunchedRapport launched;
    private static Running rapport;
    private static Agent agent;
    private static StatementLog log;

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> settings = new TreeMap<>(StatementLog.SETTINGS);
        settings.put("rapport.outbox.paused", "true");
        launched = LaunchedRapport.start(TestFolder.empty("statements"), settings);
        rapport = launched.running();
        log = new StatementLog(launched.databaseLog());
        agent = rapport.administrator();
    }

    @AfterAll
    static void stop() throws Exception {
        launched.close();
    }

    private static void assertAtMost(int most, Runnable call) {
        call.run();
        List<Statement> statements = log.of(call);
        assertThat(statements)
                .as("%d statements: %s", statements.size(), statements)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void aVisitorsMessage() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();

        assertAtMost(9, () -> visitor.write(conversation, "Hello?").expect(201));
    }

    @Test
    void aNewChat() {
        assertAtMost(18, () -> rapport.visitor().start("Hello").expect(201));
    }

    @Test
    void aPageOfTheInbox() {
        rapport.visitor().conversation();

        assertAtMost(
                4,
                () -> agent.calls()
                        .get("/api/v1/conversations?status=open&limit=25")
                        .expect(200));
    }

    @Test
    void aPageOfTheInboxForAProgram() {
        rapport.visitor().conversation();
        Caller program = agent.program("conversations:read");

        assertAtMost(
                4,
                () -> program.get("/api/v1/conversations?status=open&limit=25").expect(200));
    }

    @Test
    void thePanel() {
        Browser browser = rapport.browser().on("http://shop.localhost/demo/?utm_campaign=spring");
        String conversation = browser.arrive().conversation();
        browser.on("http://shop.localhost/demo/?utm_campaign=summer")
                .arrive()
                .start("Me again")
                .expect(200);

        assertAtMost(
                4,
                () -> assertThat(agent.panel(conversation).reply().number("/session/others"))
                        .isEqualTo(1));
    }

    @Test
    void whereAValueComesFrom() {
        String contact = agent.panel(rapport.visitor().conversation()).contact();

        assertAtMost(
                4,
                () -> agent.calls()
                        .get("/api/v1/contacts/" + contact + "/attributes/name")
                        .expect(200));
    }

    @Test
    void aPageOfAContactsHistory() {
        String contact = agent.panel(rapport.visitor().conversation()).contact();

        assertAtMost(
                5,
                () -> agent.calls()
                        .get("/api/v1/contacts/" + contact + "/history")
                        .expect(200));
    }

    @Test
    void whatAMessageWritesItWritesInOneTransaction() {
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();

        assertOneTransaction(() -> visitor.write(conversation, "Hello?").expect(201));
    }

    @Test
    void whatAFirstMessageWritesItWritesInOneTransaction() {
        var visitors = Stream.generate(rapport::visitor).limit(6).toList().iterator();

        assertOneTransaction(() -> visitors.next().start("Hello").expect(201));
    }

    private static void assertOneTransaction(Runnable call) {
        call.run();
        List<Statement> statements = log.of(call);
        assertThat(statements.stream()
                        .filter(Statement::writes)
                        .map(Statement::connection)
                        .distinct())
                .as("connections that write: %s", statements)
                .hasSize(1);
        assertThat(statements)
                .filteredOn(statement -> statement.text().equals("BEGIN"))
                .as("%s", statements)
                .hasSize(1);
    }
}
