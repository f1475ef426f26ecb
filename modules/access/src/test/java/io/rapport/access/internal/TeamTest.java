package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.SignInsEnded;
import io.rapport.events.Actor;
import io.rapport.fixtures.Fired;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamTest {

    private static final Actor BOSS =
            new Actor(Actor.Kind.AGENT, UUID.randomUUID().toString(), "Boss", null);

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final Fired<SignInsEnded> ended = new Fired<>();
    private final SignInStore signIns = new SignInStore(database.jdbi(), clock, ended);
    private UUID mai;

    @BeforeEach
    void maiAdministers() {
        mai = database.agent("Mai", Role.ADMINISTRATOR, "hash");
    }

    @Test
    void whoIsInvitedChoosesAPasswordAndIsSignedIn() {
        Team.Invited nam = invite("Nam");
        assertThat(nam.agent().isInvited()).isTrue();
        assertThat(nam.link().link()).startsWith("https://chat.example/console/join#");

        SecretToken signIn = inTransaction(team -> team.setPassword(token(nam.link()), "hash of Nam's"));

        assertThat(signIns.agentOf(signIn.text()))
                .hasValueSatisfying(agent -> assertThat(agent.name()).isEqualTo("Nam"));
        assertThat(audited()).containsExactly("agentInvited by Boss", "passwordSet by Nam");
    }

    @Test
    void aLinkWorksOnceForAWeekAndOnlyTheLatest() {
        Team.Invited nam = invite("Nam");
        PasswordLink second = inTransaction(team -> team.renewLink(nam.agent().id(), BOSS));
        assertThat(refusal(team -> team.setPassword(token(nam.link()), "hash")).status())
                .as("an older link")
                .isEqualTo(403);

        inTransaction(team -> team.setPassword(token(second), "hash"));
        assertThat(refusal(team -> team.setPassword(token(second), "hash")).status())
                .as("used before")
                .isEqualTo(403);

        PasswordLink third = inTransaction(team -> team.renewLink(nam.agent().id(), BOSS));
        clock.advance(Duration.ofDays(7));
        assertThat(refusal(team -> team.setPassword(token(third), "hash")).status())
                .as("a week old")
                .isEqualTo(403);
    }

    @Test
    void aForgottenPasswordSetAnewSignsOtherBrowsersOut() {
        SecretToken lost = signIns.open(mai);
        PasswordLink link = inTransaction(team -> team.renewLink(mai, BOSS));

        inTransaction(team -> team.setPassword(token(link), "another hash"));

        assertThat(signIns.agentOf(lost.text())).isEmpty();
        assertThat(ended.events()).containsExactly(new SignInsEnded(Set.of(lost.id())));
    }

    @Test
    void anEmailBelongsToOneAgentWhateverItsCase() {
        Problem problem = refusal(team -> team.invite("Other", "MAI@EXAMPLE.ORG", Role.AGENT, BOSS));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(database.count("agent")).isOne();
    }

    @Test
    void deactivatingSignsOutEverywhereAndMakesTheLinkWorthless() {
        UUID nam = database.agent("Nam", Role.AGENT, "hash");
        SecretToken phone = signIns.open(nam);
        SecretToken desk = signIns.open(nam);
        SecretToken maisOwn = signIns.open(mai);
        PasswordLink link = inTransaction(team -> team.renewLink(nam, BOSS));

        change(nam, null, null, false);

        assertThat(ended.events()).containsExactly(new SignInsEnded(Set.of(phone.id(), desk.id())));
        assertThat(signIns.inForce(Set.of(phone.id(), desk.id(), maisOwn.id()))).containsExactly(maisOwn.id());
        assertThat(refusal(team -> team.setPassword(token(link), "hash")).status())
                .isEqualTo(403);
        assertThat(refusal(team -> team.renewLink(nam, BOSS)).status()).isEqualTo(409);
    }

    @Test
    void theLastAdministratorIsNeitherDeactivatedNorDemoted() {
        database.agent("Nam", Role.AGENT, "hash");
        inTransaction(team -> team.invite("Invited", "invited@example.org", Role.ADMINISTRATOR, BOSS));

        assertThat(refusal(team -> team.change(mai, new Team.Change(null, null, false, null), BOSS))
                        .status())
                .as("who was invited cannot come in yet")
                .isEqualTo(409);
        assertThat(refusal(team -> team.change(mai, new Team.Change(null, Role.AGENT, null, null), BOSS))
                        .status())
                .isEqualTo(409);
        assertThat(change(mai, "Mai Trần", null, null).card().name()).isEqualTo("Mai Trần");
    }

    @Test
    void twoAdministratorsWhoDeactivateEachOtherLeaveOne() throws Exception {
        UUID nam = database.agent("Nam", Role.ADMINISTRATOR, "hash");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Agent>> both = Stream.of(mai, nam)
                    .map(other -> threads.submit(() -> change(other, null, null, false)))
                    .toList();
            for (Future<Agent> one : both) {
                catchThrowableOfType(java.util.concurrent.ExecutionException.class, one::get);
            }
        } finally {
            threads.shutdownNow();
        }
        int active = database.jdbi()
                .withHandle(handle -> handle.select("select count(*)::int from access.agent where active")
                        .mapTo(Integer.class)
                        .one());
        assertThat(active).isOne();
    }

    @Test
    void aChangeIsKeptWithWhoMadeItAndAnEmptyOneIsNone() {
        UUID nam = database.agent("Nam", Role.AGENT, "hash");

        change(nam, "Nam", Role.AGENT, true);
        assertThat(audited()).isEmpty();
        Agent changed = change(nam, null, Role.ADMINISTRATOR, null);

        assertThat(audited()).containsExactly("agentChanged by Boss");
        assertThat(changed.version()).isEqualTo(2);
        Problem late = refusal(team -> team.change(nam, new Team.Change("Nam Lê", null, null, 1L), BOSS));
        assertThat(late.status()).isEqualTo(412);
    }

    private Team.Invited invite(String name) {
        return inTransaction(team -> team.invite(name, name + "@example.org", Role.AGENT, BOSS));
    }

    private Agent change(UUID id, String name, Role role, Boolean active) {
        return inTransaction(team -> team.change(id, new Team.Change(name, role, active, null), BOSS));
    }

    private static SecretToken token(PasswordLink link) {
        return SecretToken.of(link.link().replaceFirst(".*#", "")).orElseThrow();
    }

    private Problem refusal(Function<Team, ?> work) {
        return catchThrowableOfType(Problem.class, () -> inTransaction(work));
    }

    private List<String> audited() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select("select action || ' by ' || actor_name from access.audit order by id")
                                .mapTo(String.class)
                                .list());
    }

    private <T> T inTransaction(Function<Team, T> work) {
        return database.inTransaction((jdbi, entities) -> work.apply(new Team(
                jdbi,
                new AgentRepository(entities),
                new SignInStore(jdbi, clock, ended),
                new PasswordLinks(jdbi, clock, "https://chat.example/"),
                new AuditTrail(jdbi, clock),
                clock)));
    }
}
