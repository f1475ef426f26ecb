package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.AgentCard;
import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.events.Actor;
import io.rapport.events.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTokensTest {

    private static final AgentCard MAI =
            new AgentCard(TimeOrderedId.next(), "Mai", "mai@example.org", Role.ADMINISTRATOR, true);

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final ApiTokenTable table = new ApiTokenTable(database.jdbi(), clock);

    @Test
    void whoBringsTheSecretIsTheToken() {
        ApiTokens.Made made = make("Shop");

        ApiToken token = table.find(made.secret()).orElseThrow();

        assertThat(token).isEqualTo(new ApiToken(made.token().id(), "Shop", Set.of("contacts:read", "contacts:write")));
        assertThat(token.asActor())
                .isEqualTo(new Actor(Actor.Kind.TOKEN, made.token().id().toString(), "Shop", null));
        assertThat(table.find(SecretToken.random())).isEmpty();
    }

    @Test
    void onlyAHashOfTheSecretIsKept() {
        ApiTokens.Made made = make("Shop");

        String row = text("select t::text from access.api_token t");
        assertThat(row).doesNotContain(made.secret().text());
        assertThat(row)
                .contains(java.util.HexFormat.of().formatHex(made.secret().hash()));
        assertThat(text("select string_agg(a::text, '') from access.audit a"))
                .doesNotContain(made.secret().text());
    }

    @Test
    void askingCostsOneStatementAndWritesNoMoreThanOnceAMinute() {
        SecretToken secret = make("Shop").secret();
        Instant first = clock.instant();
        table.find(secret);
        int before = database.statements();

        clock.advance(Duration.ofSeconds(59));
        table.find(secret);
        assertThat(database.statements() - before).isOne();
        assertThat(line().lastUsedAt()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        table.find(secret);
        assertThat(line().lastUsedAt()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void aTokenExpiresOnTheMinuteAndOneThatNeverDoesGoesOn() {
        SecretToken brief = make("Short", clock.instant().plusSeconds(60)).secret();
        SecretToken lasting = make("Lasting", null).secret();
        clock.advance(Duration.ofSeconds(59));
        assertThat(table.find(brief)).isPresent();

        clock.advance(Duration.ofSeconds(1));

        assertThat(table.find(brief)).isEmpty();
        assertThat(table.page(null, 10))
                .extracting(token -> token.state(clock.instant()))
                .containsExactly("active", "expired");
        clock.advance(Duration.ofDays(36_500));
        assertThat(table.find(lasting)).isPresent();
    }

    @Test
    void aRevokedTokenIsWorthNothingAndRevokingAgainIsNothingNew() {
        ApiTokens.Made made = make("Shop");

        revoke(made.token().id());
        revoke(made.token().id());

        assertThat(table.find(made.secret())).isEmpty();
        assertThat(line().state(clock.instant())).isEqualTo("revoked");
        assertThat(audited()).containsExactly("tokenMade by Mai", "tokenRevoked by Mai");
        Problem unknown = catchThrowableOfType(Problem.class, () -> revoke(UUID.randomUUID()));
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aNameIsFreeAgainOnceItsTokenIsNotInForceAnyMore() {
        UUID first = make("Shop", clock.instant().plusSeconds(60)).token().id();
        assertThat(catchThrowableOfType(Problem.class, () -> make("SHOP")).status())
                .isEqualTo(409);

        clock.advance(Duration.ofSeconds(60));
        UUID second = make("shop").token().id();
        revoke(second);
        UUID third = make("Shop").token().id();

        assertThat(table.page(null, 10)).extracting(ApiTokenLine::id).containsExactly(third, second, first);
        assertThat(table.page(second, 10)).extracting(ApiTokenLine::id).containsExactly(first);
    }

    @Test
    void ofSeveralMadeAtOnceUnderOneNameOneIs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ApiTokens.Made>> all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> make("Shop")))
                    .toList();
            for (Future<ApiTokens.Made> one : all) {
                catchThrowableOfType(java.util.concurrent.ExecutionException.class, one::get);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.count("api_token")).isOne();
    }

    @Test
    void aTokenThatNobodyLimitsLastsAYear() {
        assertThat(terms("Shop", List.of("rules:read"), null, null).expires())
                .isEqualTo(clock.instant().plus(Duration.ofDays(365)));
        assertThat(terms("Shop", List.of("rules:read"), null, true).expires()).isNull();
        assertThat(terms("Shop", List.of("rules:read", "contacts:read", "rules:read"), null, null)
                        .scopes())
                .containsExactly("contacts:read", "rules:read");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, expiresAt",
        "2020-01-01T00:00:00Z, expiresAt",
        "9999-01-01T00:00:00Z, expiresAt",
    })
    void anExpiryIsATimeToCome(String expiresAt, String field) {
        assertRefused(field, "Shop", List.of("rules:read"), expiresAt, null);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", "contacts", "CONTACTS:READ", "administrator", ""})
    void onlyKnownScopesAreGiven(String scope) {
        assertRefused("scopes", "Shop", Collections.singletonList(scope), null, null);
    }

    @Test
    void aTokenHasANameAndAScopeAndOneExpiry() {
        assertRefused("name", " ", List.of("rules:read"), null, null);
        assertRefused("name", "x".repeat(101), List.of("rules:read"), null, null);
        assertRefused("scopes", "Shop", null, null, null);
        assertRefused("scopes", "Shop", List.of(), null, null);
        assertRefused("neverExpires", "Shop", List.of("rules:read"), "2030-01-01T00:00:00Z", true);
    }

    @ParameterizedTest
    @CsvSource({"bearer,true", "Bearer,true", "BEARER,true", "Basic,false", "Bearers,false"})
    void theSchemeIsReadInWhateverCase(String scheme, boolean offered) {
        assertThat(ApiTokenSecret.isOffered(scheme + " x")).isEqualTo(offered);
    }

    @Test
    void aSecretIsKnownByItsPrefix() {
        SecretToken secret = SecretToken.random();
        String text = ApiTokenSecret.textOf(secret);

        assertThat(text).matches("rpt_[A-Za-z0-9_-]{43}");
        assertThat(ApiTokenSecret.in("Bearer " + text)).map(SecretToken::text).contains(secret.text());
        assertThat(ApiTokenSecret.in("Bearer " + secret.text())).isEmpty();
        assertThat(ApiTokenSecret.in("Bearer " + text + "x")).isEmpty();
        assertThat(ApiTokenSecret.in("Bearer ")).isEmpty();
        assertThat(ApiTokenSecret.isOffered(null)).isFalse();
        assertThat(ApiTokenSecret.isOffered("Bearer")).isTrue();
        assertThat(ApiTokenSecret.in("Bearer")).isEmpty();
    }

    private ApiTokenTerms terms(String name, List<String> scopes, String expiresAt, Boolean never) {
        return ApiTokenTerms.of(new ApiTokenResource.Wanted(name, scopes, expiresAt, never), clock.instant());
    }

    private void assertRefused(String field, String name, List<String> scopes, String expiresAt, Boolean never) {
        assertThatThrownBy(() -> terms(name, scopes, expiresAt, never))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::field)
                                .containsOnly(field));
    }

    private ApiTokens.Made make(String name) {
        return make(name, clock.instant().plus(Duration.ofDays(365)));
    }

    private ApiTokens.Made make(String name, Instant expires) {
        ApiTokenTerms terms = new ApiTokenTerms(name, List.of("contacts:read", "contacts:write"), expires);
        return inTransaction(tokens -> tokens.make(terms, MAI));
    }

    private void revoke(UUID id) {
        inTransaction(tokens -> {
            tokens.revoke(id, MAI);
            return null;
        });
    }

    private <T> T inTransaction(Function<ApiTokens, T> work) {
        return database.inTransaction((jdbi, entities) ->
                work.apply(new ApiTokens(new ApiTokenTable(jdbi, clock), new AuditTrail(jdbi, clock))));
    }

    private ApiTokenLine line() {
        return table.page(null, 1).get(0);
    }

    private List<String> audited() {
        return database.jdbi()
                .withHandle(
                        handle -> handle.select("select action || ' by ' || actor_name from access.audit order by id")
                                .mapTo(String.class)
                                .list());
    }

    private String text(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }
}
