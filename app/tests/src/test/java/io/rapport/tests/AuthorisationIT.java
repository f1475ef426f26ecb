package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what: every call of the API, by everybody who might try. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorisationIT {
    private static final String JSON = "application/json";

    private final Running rapport;
    private World world;
    private Agent agent;

    AuthorisationIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void signIn() {
        world = World.of(rapport);
        agent = world.administrator().colleague(UUID.randomUUID() + "@example.com", "agent");
    }

    static List<Endpoint> all() {
        return Endpoint.all().toList();
    }

    static List<Endpoint> ofAgents() {
        return Endpoint.all()
                .filter(Endpoint::isForAgents)
                .filter(endpoint -> endpoint.role() != Endpoint.Role.ANYBODY)
                .toList();
    }

    static List<Endpoint> ofVisitors() {
        return Endpoint.all()
                .filter(endpoint -> endpoint.role() == Endpoint.Role.VISITOR)
                .toList();
    }

    static List<Endpoint> ofAdministrators() {
        return Endpoint.all()
                .filter(endpoint -> endpoint.role() == Endpoint.Role.ADMINISTRATOR)
                .toList();
    }

    static List<Endpoint> ofEveryAgent() {
        return Endpoint.all()
                .filter(endpoint -> endpoint.role() == Endpoint.Role.AGENT)
                .toList();
    }

    private Reply call(Caller caller, Endpoint endpoint) {
        return call(caller, endpoint, world);
    }

    private static Reply call(Caller caller, Endpoint endpoint, World upon) {
        String body = endpoint.body() == null ? "" : Json.write(endpoint.body());
        return caller.send(endpoint.method(), upon.path(endpoint.path()), endpoint.body() == null ? null : JSON, body);
    }

    @ParameterizedTest
    @MethodSource("ofAgents")
    void withoutSigningInNobodyMay(Endpoint endpoint) {
        Caller stranger = rapport.anybody().with(Agent.HEADER, "rapport");
        Refusal.of(call(stranger, endpoint), 401);
        Refusal.of(call(stranger.with("Cookie", "rapport=nonsense; session=1"), endpoint), 401);
        String cookie = world.administrator().calls().headers().get("Cookie");
        Refusal.of(call(stranger.with("Cookie", cookie + "x"), endpoint), 401);
        Refusal.of(
                call(stranger.with("Authorization", "Bearer " + world.visitor().token()), endpoint), 401);
    }

    @ParameterizedTest
    @MethodSource("ofAgents")
    void aChangeByCookieNeedsTheHeader(Endpoint endpoint) {
        if (endpoint.changes()) {
            Refusal.of(call(world.administrator().calls().without(Agent.HEADER), endpoint), 403);
            Refusal.of(call(world.administrator().calls().with(Agent.HEADER, "XMLHttpRequest"), endpoint), 403);
        } else {
            Reply read = call(world.administrator().calls().without(Agent.HEADER), endpoint);
            assertThat(read.status()).as(read.body()).isEqualTo(200);
        }
    }

    @Test
    void signingInByAForeignPageIsRefused() {
        Refusal.of(call(rapport.anybody(), Endpoint.SIGN_IN), 403);
        Refusal.of(call(rapport.anybody(), Endpoint.FIRST_ADMINISTRATOR), 403);
        Refusal.of(call(rapport.anybody(), Endpoint.SET_PASSWORD), 403);
    }

    @ParameterizedTest
    @MethodSource("ofAdministrators")
    void whatAdministratorsDoAgentsMayNot(Endpoint endpoint) {
        Refusal.of(call(agent.calls(), endpoint), 403);
    }

    @ParameterizedTest
    @MethodSource("ofAdministrators")
    void administratorsMay(Endpoint endpoint) {
        Reply reply = call(world.administrator().calls(), endpoint);
        assertThat(reply.status()).as(reply.body()).isNotIn(401, 403).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("ofEveryAgent")
    void agentsAndAdministratorsMay(Endpoint endpoint) {
        for (Agent somebody : List.of(agent, world.administrator())) {
            Reply reply = call(somebody.calls(), endpoint);
            boolean repeated = endpoint == Endpoint.NEW_LABEL && reply.status() >= 400;
            assertThat(repeated ? 200 : reply.status()).as(reply.body()).isBetween(200, 299);
        }
    }

    @ParameterizedTest
    @MethodSource("ofVisitors")
    void aVisitorNeedsAToken(Endpoint endpoint) {
        Refusal.of(call(rapport.anybody(), endpoint), 401);
        for (String authorisation :
                List.of("Bearer nonsense", "Bearer ", "Basic YTpi", "Bearer " + "x".repeat(5_000))) {
            Refusal.of(call(rapport.anybody().with("Authorization", authorisation), endpoint), 401);
        }
        String cookie = world.administrator().calls().headers().get("Cookie");
        Refusal.of(call(rapport.anybody().with("Cookie", cookie), endpoint), 401);
    }

    @ParameterizedTest
    @MethodSource("ofVisitors")
    void anotherVisitorsConversationIsNotFound(Endpoint endpoint) {
        if (endpoint.path().contains("{conversation}")) {
            Refusal.of(call(rapport.visitor().calls(), endpoint), 404);
            Visitor withOneOfTheirOwn = rapport.visitor();
            withOneOfTheirOwn.conversation();
            Refusal.of(call(withOneOfTheirOwn.calls(), endpoint), 404);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noAnswerInvitesOtherOrigins(Endpoint endpoint) {
        Reply reply = call(rapport.anybody().with("Origin", "https://evil.example"), endpoint);
        assertThat(reply.headers().map().keySet())
                .as(reply.asked())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }

    @Test
    void afterSigningOutTheCookieIsWorthNothing() {
        Agent leaving = rapport.administrator();
        leaving.calls().get("/api/v1/me").expect(200);
        leaving.calls().post("/api/v1/sign-out", "").expect(204);
        Refusal.of(leaving.calls().get("/api/v1/me"), 401);
    }

    @Test
    void theCookieIsKeptFromScriptsAndForeignPages() {
        String cookie = rapport.anybody()
                .with(Agent.HEADER, "rapport")
                .post("/api/v1/sign-in", Json.object("email", Running.ADMINISTRATOR, "password", Running.PASSWORD))
                .expect(204)
                .header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void aWrongPasswordAndAnUnknownAgentAreAnsweredAlike() {
        Caller stranger = rapport.anybody().with(Agent.HEADER, "rapport");
        Reply wrong =
                stranger.post("/api/v1/sign-in", Json.object("email", Running.ADMINISTRATOR, "password", "wrong-one"));
        Reply unknown =
                stranger.post("/api/v1/sign-in", Json.object("email", "nobody@example.com", "password", "wrong-one"));
        Refusal.of(wrong, 401);
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    /** A call that somebody adds must be added here, too. */
    @Test
    void everyCallThatTheContractNamesIsInTheTable() {
        Set<String> named = new TreeSet<>();
        contract()
                .getJsonObject("paths")
                .forEach((path, calls) -> calls.asJsonObject().keySet().stream()
                        .filter(Set.of("get", "put", "post", "patch", "delete")::contains)
                        .forEach(method ->
                                named.add(method.toUpperCase(java.util.Locale.ROOT) + " " + anonymous(path))));
        Set<String> known =
                Endpoint.all().map(AuthorisationIT::anonymous).collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(named);
    }

    @Test
    void theContractSaysWhoMustShowWhoTheyAre() {
        Map<String, Set<String>> said = new TreeMap<>();
        contract()
                .getJsonObject("paths")
                .forEach((path, calls) -> calls.asJsonObject()
                        .forEach((method, call) -> said.put(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + anonymous(path),
                                schemes(call.asJsonObject()))));
        Map<String, Set<String>> asked = Endpoint.all()
                .collect(Collectors.toMap(AuthorisationIT::anonymous, AuthorisationIT::schemes, (one, same) -> one));
        assertThat(said)
                .allSatisfy((call, schemes) -> assertThat(schemes).as(call).isEqualTo(asked.get(call)));
    }

    private static Set<String> schemes(JsonObject call) {
        return call.containsKey("security")
                ? call.getJsonArray("security").getValuesAs(JsonObject.class).stream()
                        .flatMap(scheme -> scheme.keySet().stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static Set<String> schemes(Endpoint endpoint) {
        return switch (endpoint.role()) {
            case ANYBODY -> Set.of();
            case VISITOR -> Set.of("visitor");
            case AGENT, ADMINISTRATOR -> Set.of("signIn", "token");
        };
    }

    private JsonObject contract() {
        return rapport.anybody()
                .with("Accept", JSON)
                .get("/openapi")
                .expect(200)
                .json();
    }

    private static String anonymous(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.anonymousPath();
    }

    /** Without the names of its variables, and the patterns that they have to match. */
    static String anonymous(String path) {
        return path.replaceAll("\\{([^{}]|\\{[^{}]*})*}", "{}");
    }
}
