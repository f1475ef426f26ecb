package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.conversations.OwedAttribute;
import io.rapport.events.Actor;
import io.rapport.events.ContactIdentified;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import io.rapport.fixtures.Fired;
import io.rapport.outbox.NotYet;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactLookupTest {

    @TempDir
    private Path folder;

    private final Shop shop = new Shop().email("mai@example.org", Source.FORM);
    private final Fired<ValuesSupplied> supplied = new Fired<>();
    private final SharedLatch asked = new SharedLatch();
    private final SharedLatch begun = new SharedLatch();
    private final SharedLatch go = new SharedLatch();
    private HostFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new HostFixture(folder);
    }

    @AfterEach
    void close() {
        List.of(asked, begun, go).forEach(SharedLatch::close);
        fixture.close();
    }

    private RunningPlugins running() {
        RunningPlugins plugins = new RunningPlugins();
        plugins.use(fixture.start().host());
        return plugins;
    }

    private List<ValuesSupplied> lookUp(String plugin) {
        ContactLookup lookup = new ContactLookup(shop.facts(), running(), supplied, fixture.clock);
        LookupRequested requested =
                new LookupRequested(shop.contact, shop.conversation, plugin, Actor.visitor(shop.visitor), Shop.NOW);
        lookup.record(requested, lookup.fetch(requested));
        return supplied.events();
    }

    @Test
    void asksOnlyPluginsThatSupplyAttributes() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", "return Supply.none();"))
                .drop("net.jar", PluginJar.withFactory("""
                        public String id() { return "net"; }
                        public String version() { return "1"; }
                        public Declaration declaration() {
                            return Declaration.named("Net").reads(Fact.EMAIL).supplies(SessionField.NETWORK).build();
                        }
                        public AttributeProvider create(ProviderContext context) {
                            return request -> Supply.none();
                        }
                        """));
        Fired<LookupRequested> requested = new Fired<>();
        LookupRequests requests = new LookupRequests();
        requests.plugins = running();
        requests.requested = requested;

        requests.plan(new ContactIdentified(
                shop.contact, shop.visitor, shop.site, shop.conversation, true, "Mai", Actor.system(), Shop.NOW));

        assertThat(requested.events()).extracting(LookupRequested::plugin).containsExactly("crm");
    }

    @Test
    void tellsWhatWasFoundByAnUnprovenAddressAsUnverifiedAndWithdrawsWhatIsNoLongerKnown() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", """
                return Supply.builder().contact("plan", "gold of " + request.fact(Fact.EMAIL).get()).build();
                """));

        assertThat(lookUp("crm")).singleElement().satisfies(event -> {
            assertThat(event.subject()).isEqualTo(Subject.of(shop.contact));
            assertThat(event.conversation()).isEqualTo(shop.conversation);
            assertThat(event.actor()).isEqualTo(new Actor(Actor.Kind.PLUGIN, "crm", "Plugin crm", "1.2"));
            assertThat(event.values())
                    .containsExactlyInAnyOrder(
                            new SuppliedValue("plan", "gold of mai@example.org", false, true),
                            new SuppliedValue("orders", null, false, false));
        });
    }

    @Test
    void tellsValuesOfDifferentTimesApart() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", """
                return Supply.of(Value.ofContact("orders", 3),
                        Value.ofContact("plan", "gold").asOf(java.time.Instant.parse("2025-01-01T00:00:00Z")));
                """));

        assertThat(lookUp("crm"))
                .extracting(ValuesSupplied::at, event -> event.values().get(0).value())
                .containsExactly(
                        tuple(Instant.parse("2025-01-01T00:00:00Z"), "gold"), tuple(fixture.clock.instant(), "3"));
    }

    @Test
    void aFailureIsThrownSoThatTheOutboxAsksAgain() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", "throw new java.io.IOException(\"No answer.\");"));

        assertThatIllegalStateException().isThrownBy(() -> lookUp("crm")).withMessage("Plugin crm failed: No answer.");
        assertThat(supplied.events()).isEmpty();
    }

    @Test
    void whileThePluginRestsTheOutboxIsToldToWaitAndNotThatItFailed() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", "throw new java.io.IOException(\"No answer.\");"));
        ContactLookup lookup = new ContactLookup(shop.facts(), running(), supplied, fixture.clock);
        LookupRequested requested =
                new LookupRequested(shop.contact, shop.conversation, "crm", Actor.visitor(shop.visitor), Shop.NOW);
        for (int failure = 0; failure < Circuit.FAILURES; failure++) {
            assertThatThrownBy(() -> lookup.fetch(requested)).isNotInstanceOf(NotYet.class);
        }

        assertThatThrownBy(() -> lookup.fetch(requested))
                .isInstanceOfSatisfying(
                        NotYet.class,
                        notYet -> assertThat(notYet.until())
                                .isEqualTo(fixture.clock.instant().plus(Circuit.FIRST_PAUSE)));
    }

    @Test
    void anAnswerThatTheEndCutOffIsAskedForAgainAndCountsAsNoFailure() throws Exception {
        fixture.set("rapport.plugin.crm.time-limit", "PT20S")
                .drop("crm.jar", PluginJar.supplying("crm", """
                %s.countDown();
                new java.util.concurrent.CountDownLatch(1).await();
                return Supply.none();
                """.formatted(asked.inSource())));
        RunningPlugins plugins = running();
        ContactLookup lookup = new ContactLookup(shop.facts(), plugins, supplied, fixture.clock);
        LookupRequested requested =
                new LookupRequested(shop.contact, shop.conversation, "crm", Actor.visitor(shop.visitor), Shop.NOW);
        CompletableFuture<Void> fetch = CompletableFuture.runAsync(() -> lookup.fetch(requested));
        asked.await();

        plugins.close();

        assertThatThrownBy(() -> fetch.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(NotYet.class);
    }

    @Test
    void whileOnePluginIsClosingNoCallOfAnotherBegins() throws Exception {
        fixture.drop("a.jar", PluginJar.withProvider("slow", """
                        public Supply supply(Request request) { return Supply.none(); }
                        public void close() throws Exception {
                            %s.countDown();
                            %s.await();
                        }
                        """.formatted(begun.inSource(), go.inSource())))
                .drop("b.jar", PluginJar.supplying("swift", """
                        return Supply.builder().contact("plan", "gold").build();
                        """));
        RunningPlugins plugins = running();
        Plugin swift = plugins.find("swift").orElseThrow();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(plugins::close);
        begun.await();

        assertThat(swift.answer(HostFixture.aboutContact()).orElseThrow().failure())
                .isEqualTo("It is being stopped.");
        assertThatThrownBy(() -> plugins.ask(swift, HostFixture.aboutContact())).isInstanceOf(NotYet.class);

        go.open();
        closing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aPluginThatIsGoneAndWhoLooksUpAContactThatIsGoneOweNothingMore() {
        assertThat(lookUp("removed")).singleElement().satisfies(event -> settles(event, "removed"));

        supplied.events().clear();
        shop.contactGone = true;
        fixture.drop("crm.jar", PluginJar.supplying("crm", "throw new IllegalStateException();"));
        assertThat(lookUp("crm")).singleElement().satisfies(event -> settles(event, "crm"));
    }

    private void settles(ValuesSupplied event, String plugin) {
        assertThat(event.values()).isEmpty();
        assertThat(event.conversation()).isEqualTo(shop.conversation);
        assertThat(event.actor().id()).isEqualTo(plugin);
    }

    @Test
    void whatIsOwedIsEveryAttributeOfThePluginsThatWillBeAsked() {
        fixture.drop("crm.jar", PluginJar.supplying("crm", "return Supply.none();"));
        OwedAttributes owed = new OwedAttributes();
        owed.plugins = new RunningPlugins();
        assertThat(owed.ofNewConversation()).as("before the plugins start").isEmpty();

        owed.plugins = running();
        assertThat(owed.ofNewConversation())
                .containsExactlyInAnyOrder(
                        new OwedAttribute("crm", Subject.Kind.CONTACT, "plan"),
                        new OwedAttribute("crm", Subject.Kind.CONTACT, "orders"));
    }

    @Test
    void anAnswerThatWasStoredBeforeItNamedTheConversationIsStillRead() throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            ValuesSupplied now = new ValuesSupplied(
                    Subject.of(shop.contact), Source.PLUGIN, List.of(), null, null, Actor.system(), Shop.NOW);
            String stored = jsonb.toJson(now);

            assertThat(stored).doesNotContain("conversation");
            assertThat(jsonb.fromJson(stored, ValuesSupplied.class)).isEqualTo(now);
        }
    }

    @Test
    void whileThePluginsStartOrCloseTheOutboxIsToldToAskAgain() {
        RunningPlugins plugins = new RunningPlugins();
        ContactLookup lookup = new ContactLookup(shop.facts(), plugins, supplied, fixture.clock);
        LookupRequested requested =
                new LookupRequested(shop.contact, shop.conversation, "crm", Actor.visitor(shop.visitor), Shop.NOW);

        assertThatIllegalStateException().isThrownBy(() -> lookup.fetch(requested));
        plugins.use(fixture.start().host());
        plugins.close();
        assertThatIllegalStateException().isThrownBy(() -> lookup.fetch(requested));
    }

    @Test
    void theRequestSurvivesItsStorage() throws Exception {
        LookupRequested requested =
                new LookupRequested(shop.contact, shop.conversation, "crm", Actor.system(), Shop.NOW);

        try (Jsonb jsonb = JsonbBuilder.create()) {
            assertThat(jsonb.fromJson(jsonb.toJson(requested), LookupRequested.class))
                    .isEqualTo(requested);
        }
    }
}
