package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.access.AgentCard;
import io.rapport.access.Role;
import io.rapport.access.SignInsEnded;
import io.rapport.fixtures.Fired;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInStoreTest {

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final Fired<SignInsEnded> ended = new Fired<>();
    private final SignInStore store = new SignInStore(database.jdbi(), clock, ended);
    private UUID mai;

    @BeforeEach
    void maiJoins() {
        mai = database.agent("Mai", Role.ADMINISTRATOR, "hash");
    }

    @Test
    void theTokenTellsWhoIsSignedInByOneStatement() {
        SecretToken token = store.open(mai);
        int before = database.statements();

        Optional<AgentCard> agent = store.agentOf(token.text());

        assertThat(agent).contains(new AgentCard(mai, "Mai", "Mai@Example.org", Role.ADMINISTRATOR, true));
        assertThat(database.statements() - before).isOne();
    }

    @Test
    void theTokenIsFoundInACookieHeader() {
        SecretToken token = store.open(mai);

        assertThat(store.agentOf("theme=dark; rapport_session=" + token.text() + "; x=y"))
                .isPresent();
    }

    @Test
    void whatCannotBeATokenIsRefusedWithoutAskingTheDatabase() {
        int before = database.statements();

        assertThat(store.agentOf(null)).isEmpty();
        assertThat(store.agentOf("")).isEmpty();
        assertThat(store.agentOf("rapport_session=")).isEmpty();
        assertThat(store.agentOf("rapport_session=' or true --")).isEmpty();
        assertThat(store.agentOf("other=" + SecretToken.random().text())).isEmpty();
        assertThat(database.statements()).isEqualTo(before);
    }

    @Test
    void anUnknownTokenIsNobody() {
        assertThat(store.agentOf(SecretToken.random().text())).isEmpty();
    }

    @Test
    void theDatabaseNeverSeesTheTokenItself() {
        SecretToken token = store.open(mai);

        byte[] kept = database.jdbi()
                .withHandle(handle -> handle.select("select token_hash from access.sign_in")
                        .mapTo(byte[].class)
                        .one());

        assertThat(kept).isEqualTo(token.hash()).hasSize(32);
    }

    @Test
    void signingOutEndsThisSignInAlone() {
        SecretToken here = store.open(mai);
        SecretToken there = store.open(mai);

        store.end(here);

        assertThat(store.agentOf(here.text())).isEmpty();
        assertThat(store.agentOf(there.text())).isPresent();
        assertThat(ended.events()).containsExactly(new SignInsEnded(Set.of(here.id())));
    }

    @Test
    void whichSignInsStandIsToldWithoutCountingAsActivity() {
        SecretToken old = store.open(mai);
        clock.advance(Duration.ofDays(10));
        SecretToken young = store.open(mai);
        SecretToken left = store.open(mai);
        store.end(left);
        Set<String> all =
                Set.of(old.id(), young.id(), left.id(), SecretToken.random().id());
        assertThat(store.inForce(all)).containsExactlyInAnyOrder(old.id(), young.id());

        clock.advance(Duration.ofDays(4));

        assertThat(store.inForce(all)).containsExactly(young.id());
        database.jdbi().useHandle(handle -> handle.execute("update access.agent set active = false"));
        assertThat(store.inForce(all)).isEmpty();
    }

    @Test
    void aSignInEndsFourteenDaysAfterTheLastRequest() {
        SecretToken token = store.open(mai);
        clock.advance(Duration.ofDays(13));
        assertThat(store.agentOf(token.text())).isPresent();

        clock.advance(Duration.ofDays(13));
        assertThat(store.agentOf(token.text())).isPresent();

        clock.advance(Duration.ofDays(14));
        assertThat(store.agentOf(token.text())).isEmpty();
    }

    @Test
    void aSignInEndsAfterNinetyDaysHoweverBusy() {
        SecretToken token = store.open(mai);
        for (int week = 0; week < 12; week++) {
            clock.advance(Duration.ofDays(7));
            assertThat(store.agentOf(token.text())).isPresent();
        }

        clock.advance(Duration.ofDays(6));

        assertThat(store.agentOf(token.text())).isEmpty();
    }

    @Test
    void lastSeenIsWrittenAtMostOnceAMinute() {
        SecretToken token = store.open(mai);
        OffsetDateTime opened = lastSeen();

        clock.advance(Duration.ofSeconds(59));
        store.agentOf(token.text());
        assertThat(lastSeen()).isEqualTo(opened);

        clock.advance(Duration.ofSeconds(1));
        store.agentOf(token.text());
        assertThat(lastSeen()).isEqualTo(opened.plusMinutes(1));
    }

    @Test
    void aDeactivatedAgentIsSignedInNoMore() {
        SecretToken token = store.open(mai);

        database.jdbi().useHandle(handle -> handle.execute("update access.agent set active = false"));

        assertThat(store.agentOf(token.text())).isEmpty();
    }

    @Test
    void expiredSignInsAreSweptByLaterOnes() {
        store.open(mai);
        clock.advance(Duration.ofDays(14));

        store.open(mai);

        assertThat(database.count("sign_in")).isOne();
    }

    private OffsetDateTime lastSeen() {
        return database.jdbi()
                .withHandle(handle -> handle.select("select last_seen_at from access.sign_in")
                        .mapTo(OffsetDateTime.class)
                        .one());
    }
}
