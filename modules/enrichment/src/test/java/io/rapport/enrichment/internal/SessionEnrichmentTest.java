package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.events.Actor;
import io.rapport.events.SessionStarted;
import io.rapport.events.Source;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import io.rapport.fixtures.Fired;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionEnrichmentTest {

    @TempDir
    private Path folder;

    private final Shop shop = new Shop();
    private final Fired<ValuesSupplied> supplied = new Fired<>();
    private HostFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new HostFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private List<ValuesSupplied> enrich() {
        RunningPlugins plugins = new RunningPlugins();
        plugins.use(fixture.start().host());
        SessionEnrichment enrichment =
                new SessionEnrichment(shop.facts(), plugins, shop.sessions(), supplied, fixture.clock);
        SessionStarted started =
                new SessionStarted(shop.session, shop.visitor, shop.site, null, Actor.visitor(shop.visitor), Shop.NOW);
        enrichment.record(started, enrichment.fetch(started));
        return supplied.events();
    }

    private static PluginJar supplying(String id, String value) {
        return PluginJar.supplying(id, "return Supply.of(" + value + ");");
    }

    @Test
    void tellsWhatAPluginFoundAndThatTheRestIsNotKnown() {
        fixture.drop("net.jar", supplying("net", "Value.ofSession(SessionField.NETWORK, \"ACME\")"));

        assertThat(enrich()).singleElement().satisfies(event -> {
            assertThat(event.subject().id()).isEqualTo(shop.session.value());
            assertThat(event.source()).isEqualTo(Source.PLUGIN);
            assertThat(event.actor()).isEqualTo(new Actor(Actor.Kind.PLUGIN, "net", "Plugin net", "1.2"));
            assertThat(event.values())
                    .containsExactlyInAnyOrder(
                            new SuppliedValue("network", "ACME", false, false),
                            new SuppliedValue("country", null, false, false),
                            new SuppliedValue("deviceType", null, false, false));
        });
    }

    @Test
    void anExactValueBeatsAnEarlierEstimate() {
        fixture.drop("a.jar", supplying("guess", "Value.ofSession(SessionField.COUNTRY, \"TH\").estimated()"))
                .drop("b.jar", supplying("exact", "Value.ofSession(SessionField.COUNTRY, \"VN\")"));

        assertThat(countries()).containsExactly(tuple("exact", new SuppliedValue("country", "VN", false, false)));
    }

    @Test
    void anExactValueBeatsALaterEstimate() {
        fixture.drop("a.jar", supplying("exact", "Value.ofSession(SessionField.COUNTRY, \"VN\")"))
                .drop("b.jar", supplying("guess", "Value.ofSession(SessionField.COUNTRY, \"TH\").estimated()"));

        assertThat(countries()).containsExactly(tuple("exact", new SuppliedValue("country", "VN", false, false)));
    }

    @Test
    void betweenEstimatesTheLaterWins() {
        fixture.drop("a.jar", supplying("first", "Value.ofSession(SessionField.COUNTRY, \"VN\").estimated()"))
                .drop("b.jar", supplying("second", "Value.ofSession(SessionField.COUNTRY, \"TH\").estimated()"));

        assertThat(countries()).containsExactly(tuple("second", new SuppliedValue("country", "TH", true, false)));
    }

    @Test
    void betweenEqualsThePluginThatStandsLaterWins() {
        fixture.drop("a.jar", supplying("first", "Value.ofSession(SessionField.COUNTRY, \"VN\")"))
                .drop("b.jar", supplying("second", "Value.ofSession(SessionField.COUNTRY, \"TH\")"))
                .drop("c.jar", PluginJar.supplying("third", "return Supply.none();"));

        assertThat(countries()).containsExactly(tuple("second", new SuppliedValue("country", "TH", false, false)));
    }

    @Test
    void aPluginThatFailsLeavesNoFieldPending() {
        fixture.drop("net.jar", PluginJar.supplying("net", "throw new IllegalStateException();"));

        assertThat(enrich())
                .flatExtracting(ValuesSupplied::values)
                .extracting(SuppliedValue::key, SuppliedValue::value)
                .containsExactlyInAnyOrder(tuple("network", null), tuple("country", null), tuple("deviceType", null));
    }

    @Test
    void aFieldThatWaitsForAPluginWhichIsGoneIsSettledToo() {
        shop.pending = Set.of("city");

        assertThat(enrich()).singleElement().satisfies(event -> {
            assertThat(event.actor().kind()).isEqualTo(Actor.Kind.SYSTEM);
            assertThat(event.values()).containsExactly(new SuppliedValue("city", null, false, false));
        });
    }

    private List<Tuple> countries() {
        return enrich().stream()
                .flatMap(event -> event.values().stream()
                        .filter(value -> value.key().equals("country"))
                        .map(value -> tuple(event.actor().id(), value)))
                .toList();
    }
}
