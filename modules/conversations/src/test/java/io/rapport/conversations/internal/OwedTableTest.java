package io.rapport.conversations.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.conversations.OwedAttribute;
import io.rapport.events.ConversationId;
import io.rapport.events.Subject;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What providers owe a conversation")
class OwedTableTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");

    private static EmbeddedPostgres postgres;
    private static final OwedTable TABLE = new OwedTable();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("conversations")
                .locations("classpath:db/conversations")
                .load()
                .migrate();
        TABLE.jdbi = Jdbi.create(postgres.getPostgresDatabase());
        TABLE.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static ConversationId conversation(String... owed) {
        UUID id = UUID.randomUUID();
        TABLE.jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into conversations.conversation
                          (id, site_id, visitor_id, origin_id, session_id, last_sequence, created_at, active_at, owed)
                        values (:id, :id, :id, :id, :id, 1, now(), now(), :owed)""")
                .bind("id", id)
                .bindArray("owed", String.class, (Object[]) owed)
                .execute());
        return new ConversationId(id);
    }

    private static Set<OwedAttribute> owed(ConversationId conversation) {
        return TABLE.jdbi.withHandle(handle -> handle.createQuery(
                        "select owed from conversations.conversation where id = :id")
                .bind("id", conversation.value())
                .map((row, context) ->
                        TABLE.read((String[]) row.getArray("owed").getArray(), NOW))
                .one());
    }

    @Test
    void isTakenOffWhenTheProviderAnswersAndNoOthersWithIt() {
        ConversationId conversation =
                conversation("crm contact plan", "crm conversation amount", "crm-2 contact plan", "shop contact crm");
        assertThat(TABLE.settle(conversation, "crm")).isTrue();
        assertThat(owed(conversation))
                .containsExactlyInAnyOrder(
                        new OwedAttribute("crm-2", Subject.Kind.CONTACT, "plan"),
                        new OwedAttribute("shop", Subject.Kind.CONTACT, "crm"));
        assertThat(TABLE.settle(conversation, "crm")).as("a second time").isFalse();
        assertThat(TABLE.settle(conversation, "elsewhere")).isFalse();
    }

    @Test
    void isNotWaitedForLongerThanAQuarterOfAnHour() {
        String[] column = {"crm conversation amount"};
        Set<OwedAttribute> amount = Set.of(new OwedAttribute("crm", Subject.Kind.CONVERSATION, "amount"));
        assertThat(TABLE.read(column, NOW.minus(Duration.ofMinutes(15)))).isEqualTo(amount);
        assertThat(TABLE.read(column, NOW.minus(Duration.ofMinutes(15)).minusMillis(1)))
                .isEmpty();
    }
}
