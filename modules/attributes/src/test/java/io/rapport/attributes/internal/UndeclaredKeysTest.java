package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.OwnersDatabase;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.fixtures.Fired;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndeclaredKeysTest {

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final Fired<UndeclaredKeys.KeyAdded> added = new Fired<>();
    private final UndeclaredKeys keys = keys();
    private final SiteId shop = SiteId.next();
    private final SiteId hotel = SiteId.next();

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(OwnersDatabase.dataSource())
                .schemas("attributes")
                .locations("classpath:db/attributes")
                .load()
                .migrate();
    }

    @BeforeEach
    void empty() {
        jdbi.useHandle(handle -> handle.execute("truncate attributes.undeclared_key"));
    }

    @Test
    void aSiteHasAThousandKeysThatNobodyDeclaredAndNoMore() {
        IntStream.range(0, 500).forEach(n -> assertThat(admit(shop, "key" + n)).isTrue());
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        insert into attributes.undeclared_key
                        select 'conversation', 'key' || n, cast(:site as uuid), now() from generate_series(0, 499) n""").bind("site", shop.toString()).execute());

        assertThat(admit(shop, "oneTooMany")).isFalse();
        assertThat(admit(shop, "key7")).isTrue();
        assertThat(admit(hotel, "oneTooMany")).isTrue();
        keys.forget(Subject.Kind.CONTACT, "key7");
        assertThat(admit(shop, "oneTooMany")).isTrue();
    }

    @Test
    void usingAKeyAgainCostsNoStatement() {
        admit(shop, "colour");
        admit(shop, "colour");
        List<String> statements = new ArrayList<>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
            }
        });

        assertThat(admit(shop, "colour")).isTrue();
        assertThat(statements).isEmpty();
    }

    @Test
    void aKeyThatWasTakenBackWithItsTransactionIsNotedAnewTheNextTime() {
        jdbi.useHandle(handle -> {
            handle.begin();
            keys.admit(Subject.Kind.CONTACT, shop, "colour");
            keys.admit(Subject.Kind.CONTACT, shop, "colour");
            handle.rollback();
        });
        added.events().forEach(keys::on);

        assertThat(admit(shop, "colour")).isTrue();
        assertThat(page(null)).containsExactly("colour");
    }

    @Test
    void keysAreListedBySiteOnceEachAndThoseLeftBehindEverywhere() {
        admit(shop, "colour");
        admit(hotel, "colour");
        admit(hotel, "room");
        keys.leave(Subject.Kind.CONTACT, "plan");
        keys.leave(Subject.Kind.CONTACT, "plan");

        assertThat(page(null)).containsExactly("colour", "plan", "room");
        assertThat(page(shop)).containsExactly("colour", "plan");
        assertThat(keys.page(Subject.Kind.CONTACT, null, "colour", 1)).containsExactly("plan");
        assertThat(keys.page(Subject.Kind.CONVERSATION, null, "", 10)).isEmpty();
        assertThat(keys.forget(Subject.Kind.CONTACT, "colour")).isTrue();
        assertThat(keys.forget(Subject.Kind.CONTACT, "colour")).isFalse();
        assertThat(page(null)).containsExactly("plan", "room");
    }

    private List<String> page(SiteId site) {
        return keys.page(Subject.Kind.CONTACT, site, "", 10);
    }

    /** As the container does: whoever observes the end of the transaction is told. */
    private boolean admit(SiteId site, String key) {
        boolean admitted = jdbi.inTransaction(handle -> keys.admit(Subject.Kind.CONTACT, site, key));
        added.events().forEach(keys::on);
        added.events().clear();
        return admitted;
    }

    private UndeclaredKeys keys() {
        UndeclaredKeys made = new UndeclaredKeys();
        made.jdbi = jdbi;
        made.clock = Clock.systemUTC();
        made.added = added;
        return made;
    }
}
