package io.rapport.tests;

import static io.rapport.tests.Json.object;
import static io.rapport.tests.Panel.CONTACT;
import static io.rapport.tests.Panel.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that call the API by a token: what each may, what becomes of the token, and whose name stands on their work. */
@ExtendWith(SharedRapport.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTokensIT {
    private static final Set<String> ALL = Set.of(
            "contacts:read",
            "contacts:write",
            "conversations:read",
            "conversations:write",
            "messages:write",
            "settings:read",
            "settings:write",
            "rules:read",
            "rules:publish",
            "operations:read",
            "operations:write");

    private final Running rapport;
    private final Map<Set<String>, Caller> programs = new ConcurrentHashMap<>();
    private World world;
    private Agent administrator;

    ApiTokensIT(Running rapport) {
        this.rapport = rapport;
    }

    @BeforeAll
    void makeTheWorld() {
        world = World.of(rapport);
        administrator = world.administrator();
    }

    private Caller programWith(Set<String> scopes) {
        return programs.computeIfAbsent(scopes, needed -> administrator.program(needed.toArray(String[]::new)));
    }

    private static Set<String> allBut(String scope) {
        return ALL.stream().filter(other -> !other.equals(scope)).collect(java.util.stream.Collectors.toSet());
    }

    private Reply call(Caller caller, Endpoint endpoint) {
        String body = endpoint.body() == null ? "" : Json.write(endpoint.body());
        String type = endpoint.body() == null ? null : "application/json";
        return caller.send(endpoint.method(), world.path(endpoint.path()), type, body);
    }

    static List<Endpoint> forTokens() {
        return Endpoint.all().filter(endpoint -> !endpoint.scopes().isEmpty()).toList();
    }

    static List<Endpoint> forTheSignedIn() {
        return Endpoint.all()
                .filter(Endpoint::isForAgents)
                .filter(endpoint -> endpoint.role() != Endpoint.Role.ANYBODY)
                .filter(endpoint -> endpoint.scopes().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("forTokens")
    void aTokenOfTheNeededScopesIsEnoughAndNeedsNoHeader(Endpoint endpoint) {
        Reply reply = call(programWith(endpoint.scopes()), endpoint);
        assertThat(reply.status()).as(reply.body()).isNotIn(401, 403).isLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("forTokens")
    void everyNeededScopeIsNeeded(Endpoint endpoint) {
        for (String scope : endpoint.scopes()) {
            Reply reply = call(programWith(allBut(scope)), endpoint);
            Refusal.of(reply, 403);
            assertThat(reply.text("/detail")).contains(scope);
            assertThat(reply.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
        }
    }

    @ParameterizedTest
    @MethodSource("forTheSignedIn")
    void whatIsForTheSignedInNoTokenMay(Endpoint endpoint) {
        Caller everything = programWith(ALL);
        Refusal.of(call(everything, endpoint), 403);
        Refusal.of(call(everything.with(Agent.HEADER, "rapport"), endpoint), 403);
    }

    @Test
    void noTokenOpensAnAgentsSocket() {
        Reply reply = programWith(ALL).get("/api/v1/live");
        Refusal.of(reply, 401);
    }

    @Test
    void aTokenIsNotMadeUpForByACookieThatComesAlong() {
        String cookie = administrator.calls().headers().get("Cookie");
        Refusal.of(programWith(ALL).with("Cookie", cookie).get("/api/v1/me"), 403);
        assertInvalid(administrator.calls().with("Authorization", "Bearer rpt_" + "x".repeat(43)));
        administrator
                .calls()
                .with("Authorization", "Basic YTpi")
                .get("/api/v1/me")
                .expect(200);
    }

    @Test
    void aForgedTokenIsWorthNothing() {
        Reply made = administrator.token("Forged", "contacts:read");
        String secret = made.text("/secret");
        assertThat(secret).matches("rpt_[A-Za-z0-9_-]{43}");
        UnaryOperator<String> another = text -> text.endsWith("A") ? "B" : "A";
        for (String wrong : List.of(
                secret.substring(0, secret.length() - 1) + another.apply(secret),
                secret.substring(4),
                secret + "x",
                secret.toUpperCase(),
                made.text("/token/id"),
                "rpt_" + world.visitor().token(),
                "",
                "x".repeat(5_000))) {
            assertInvalid(rapport.anybody().with("Authorization", "Bearer " + wrong));
        }
    }

    private void assertInvalid(Caller caller) {
        Reply reply = caller.get(world.path("/api/v1/contacts/{contact}"));
        Refusal.of(reply, 401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void wrongTokensAreCountedByTheAddressOfWhoSendsThemBehindAProxyToo() {
        Caller guessing = rapport.anybody().with("X-Forwarded-For", "203.0.113.77");
        assertInvalid(guessing.with("Authorization", "Bearer rpt_" + "x".repeat(43)));
        assertInvalid(guessing.with("Authorization", "Bearer nonsense"));

        assertThat(rapport.database()
                        .count("select attempts from access.sign_in_attempts"
                                + " where subject = sha256(convert_to('token 203.0.113.77', 'UTF8'))"))
                .isEqualTo(2);
    }

    @Test
    void anExpiredTokenIsWorthNothing() {
        Reply made = administrator.token("Expiring", "contacts:read");
        Caller program = rapport.anybody().with("Authorization", "Bearer " + made.text("/secret"));
        program.get(world.path("/api/v1/contacts/{contact}")).expect(200);
        Instant expires = Instant.parse(made.text("/token/expiresAt"));
        assertThat(expires)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(364)), Instant.now().plus(Duration.ofDays(366)));

        rapport.database()
                .execute(
                        "update access.api_token set expires_at = now() - interval '1 second' where id = ?",
                        UUID.fromString(made.text("/token/id")));

        assertInvalid(program);
        assertThat(listed(made).getString("state")).isEqualTo("expired");
        assertThat(listed(made).getString("lastUsedAt")).isNotBlank();
    }

    @Test
    void aRevokedTokenIsWorthNothingFromTheNextCallOn() {
        Reply made = administrator.token("Revoked", "contacts:read");
        Caller program = rapport.anybody().with("Authorization", "Bearer " + made.text("/secret"));
        program.get(world.path("/api/v1/contacts/{contact}")).expect(200);

        String path = "/api/v1/tokens/" + made.text("/token/id");
        administrator.calls().delete(path).expect(204);
        administrator.calls().delete(path).expect(204);

        assertInvalid(program);
        assertThat(listed(made).getString("state")).isEqualTo("revoked");
        assertThat(rapport.database()
                        .texts(
                                "select action from access.audit where token_id = ? order by id",
                                UUID.fromString(made.text("/token/id"))))
                .containsExactly("tokenMade", "tokenRevoked");
    }

    private JsonObject listed(Reply made) {
        Reply page = administrator.calls().get("/api/v1/tokens?limit=100").expect(200);
        assertThat(page.body()).doesNotContain(made.text("/secret"));
        return page.objects("/items").stream()
                .filter(token -> token.getString("id").equals(made.text("/token/id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameIsGivenOnceAndScopesAreThoseThatThereAre() {
        String name = administrator.token("Once", "rules:read").text("/token/name");
        Caller calls = administrator.calls();

        Refusal.of(calls.post("/api/v1/tokens", object("name", name, "scopes", List.of("rules:read"))), 409);
        Refusal.of(calls.post("/api/v1/tokens", object("name", "Other", "scopes", List.of("everything"))), 422)
                .naming("scopes");
        Refusal.of(calls.post("/api/v1/tokens", object("name", "Other", "scopes", List.of())), 422)
                .naming("scopes");
        Refusal.of(calls.get("/api/v1/tokens?after=nonsense"), 422).naming("after");
    }

    @Test
    void whatAProgramWritesSaysThatItCameByTheApiAndByWhom() {
        Reply made = administrator.token("Shop", "contacts:write", "conversations:write", "messages:write");
        String id = made.text("/token/id");
        Caller shop = rapport.anybody().with("Authorization", "Bearer " + made.text("/secret"));
        Visitor visitor = rapport.visitor();
        String conversation = visitor.conversation();
        String contact = administrator
                .awaitPanel(conversation, panel -> assertThat(panel.contact()).isNotNull())
                .contact();
        String label = administrator.label("shop " + id, CONVERSATION, CONTACT);

        shop.patch("/api/v1/contacts/" + contact + "/attributes", object("hometown", "Huế"))
                .expect(200);
        shop.patch("/api/v1/conversations/" + conversation + "/attributes", object("product", "Shoes"))
                .expect(200);
        shop.put("/api/v1/conversations/" + conversation + "/labels/" + label).expect(204);
        shop.put("/api/v1/contacts/" + contact + "/labels/" + label).expect(204);

        Panel panel = administrator.panel(conversation);
        String name = made.text("/token/name");
        for (JsonObject value : List.of(
                panel.attribute(CONTACT, "hometown").orElseThrow(),
                panel.attribute(CONVERSATION, "product").orElseThrow())) {
            assertThat(value.getString("source")).isEqualTo("api");
            assertSetBy(value, id, name);
        }
        assertSetBy(panel.label(CONVERSATION, "shop " + id).orElseThrow(), id, name);
        assertSetBy(panel.label(CONTACT, "shop " + id).orElseThrow(), id, name);
    }

    private static void assertSetBy(JsonObject value, String id, String name) {
        JsonObject setBy = value.getJsonObject("setBy");
        assertThat(setBy.getString("kind")).isEqualTo("token");
        assertThat(setBy.getString("id")).isEqualTo(id);
        assertThat(setBy.getString("name")).isEqualTo(name);
    }

    @Test
    void anAgentsWordStandsAgainstAPrograms() {
        Caller shop = administrator.program("contacts:write");
        String conversation = rapport.visitor().conversation();
        String contact = administrator
                .awaitPanel(conversation, panel -> assertThat(panel.contact()).isNotNull())
                .contact();
        String path = "/api/v1/contacts/" + contact + "/attributes";
        shop.patch(path, object("hometown", "Huế")).expect(200);
        administrator.calls().patch(path, object("hometown", "Vinh")).expect(200);
        shop.patch(path, object("hometown", "Hà Nội")).expect(200);

        JsonObject shown =
                administrator.panel(conversation).attribute(CONTACT, "hometown").orElseThrow();
        assertThat(shown.getString("value")).isEqualTo("Vinh");
        assertThat(shown.getString("source")).isEqualTo("agent");
        assertThat(shown.getInt("others")).isEqualTo(1);
    }

    @Test
    void aProgramAnswersUnderItsNameAndTheVisitorHearsTheTeam() {
        Reply made = administrator.token("Order robot", "messages:write");
        Caller robot = rapport.anybody().with("Authorization", "Bearer " + made.text("/secret"));
        Browser browser = rapport.browser();
        Visitor visitor = browser.arrive();
        String conversation = visitor.conversation();
        String path = "/api/v1/conversations/" + conversation + "/messages";

        Caller retrying = robot.with("Idempotency-Key", "order-1");
        retrying.post(path, object("text", "It is on its way")).expect(201);
        retrying.post(path, object("text", "It is on its way")).expect(200);
        robot.post(path, object("text", "Weight: 2 kg", "private", true)).expect(201);

        String name = made.text("/token/name");
        Reply thread = administrator.calls().get(path).expect(200);
        assertThat(thread.text("/items/1/author/kind")).isEqualTo("token");
        assertThat(thread.text("/items/1/author/name")).isEqualTo(name);
        Reply seen = visitor.read(conversation).expect(200);
        assertThat(seen.objects("/items")).hasSize(2);
        assertThat(seen.text("/items/1/author/kind")).isEqualTo("agent");
        assertThat(seen.text("/items/1/author/name")).isEqualTo(name);
        assertThat(browser.arrive().opened().number("/unread")).isEqualTo(1);
    }
}
