package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeType;
import io.rapport.attributes.FixedDefinitions;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.internal.ValueBook.Provenance;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Ladder ladder = new Ladder(List.of("crm", "geoip"));

    @Test
    void sourcesRankInTheOrderOfTheLadder() {
        List<Source> weakestFirst =
                List.of(Source.SDK, Source.FORM, Source.PLUGIN, Source.API, Source.IDENTITY_TOKEN, Source.AGENT);
        List<SourceValue> values = new ArrayList<>();
        for (Source source : weakestFirst) {
            // The stronger come earlier in time: rank decides before time does.
            values.add(value(source, source.token(), NOON.minusSeconds(values.size()), false));
            assertThat(ladder.winner(values))
                    .get()
                    .extracting(SourceValue::source)
                    .isEqualTo(source);
        }
    }

    @Test
    void aPinnedValueIsShownBeforeAnAgents() {
        assertWins(value(Source.SDK, "sdk", NOON, true), value(Source.AGENT, "agent", NOON, false));
    }

    @Test
    void apiAndImportAreEqualsAndTheLaterWins() {
        assertWins(value(Source.IMPORT, "b", NOON.plusSeconds(1), false), value(Source.API, "a", NOON, false));
        assertWins(value(Source.API, "b", NOON.plusSeconds(1), false), value(Source.IMPORT, "a", NOON, false));
    }

    @Test
    void pluginsRankByTheAdministratorsOrderBeforeTime() {
        assertWins(value(Source.PLUGIN, "crm", NOON, false), value(Source.PLUGIN, "geoip", NOON.plusSeconds(9), false));
        assertWins(
                value(Source.PLUGIN, "geoip", NOON, false), value(Source.PLUGIN, "other", NOON.plusSeconds(9), false));
        assertWins(
                value(Source.PLUGIN, "other", NOON.plusSeconds(9), false),
                value(Source.PLUGIN, "another", NOON, false));
    }

    @Test
    void atTheSameTimeTheLowerSourceIdWins() {
        assertWins(value(Source.API, "a", NOON, false), value(Source.API, "b", NOON, false));
    }

    @Property
    void anyOrderOfValuesHasTheSameWinner(@ForAll("values") List<SourceValue> values, @ForAll Random random) {
        List<SourceValue> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);

        assertThat(ladder.winner(shuffled)).isEqualTo(ladder.winner(values));
    }

    /** What agents and forms say comes in the order in which they say it, by whatever clock; all else in any order. */
    @Property
    void anyOrderOfArrivalEndsInTheSameShownValue(@ForAll("values") List<SourceValue> values, @ForAll Random random) {
        List<SourceValue> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);

        assertThat(shownAfter(inTheirOwnOrder(shuffled, values))).isEqualTo(shownAfter(values));
    }

    /** Puts those of one agent or form into the order in which they were said, each in a place of one of them. */
    private static List<SourceValue> inTheirOwnOrder(List<SourceValue> shuffled, List<SourceValue> said) {
        Map<SourceValue.Slot, Iterator<SourceValue>> own = new HashMap<>();
        List<SourceValue> arrivals = new ArrayList<>();
        for (SourceValue value : shuffled) {
            boolean timedHere = value.source() == Source.AGENT || value.source() == Source.FORM;
            arrivals.add(
                    timedHere
                            ? own.computeIfAbsent(
                                            value.slot(),
                                            slot -> said.stream()
                                                    .filter(other ->
                                                            other.slot().equals(slot))
                                                    .iterator())
                                    .next()
                            : value);
        }
        return arrivals;
    }

    /** Offers the values one after the other, as transactions would. */
    private Object shownAfter(List<SourceValue> arrivals) {
        Collection<SourceValue> current = List.of();
        FixedDefinitions definitions = new FixedDefinitions().with("key", AttributeType.TEXT);
        for (SourceValue arrival : arrivals) {
            Provenance from = new Provenance(arrival.source(), arrival.sourceId(), arrival.setBy(), arrival.at(), null);
            Offer offer = new Offer(current, from);
            offer.take(
                    List.of(ProposedValue.of("key", arrival.value())),
                    new Gate(definitions, Subject.Kind.CONTACT, arrival.source(), arrival.sourceId(), null));
            current = stored(current, Difference.between(current, offer.values(), ladder));
        }
        return current.stream().filter(SourceValue::winner).toList();
    }

    private static Collection<SourceValue> stored(Collection<SourceValue> before, Difference difference) {
        List<SourceValue> after = new ArrayList<>(before);
        after.removeIf(value ->
                difference.written().stream().anyMatch(written -> written.slot().equals(value.slot())));
        after.removeAll(difference.gone());
        after.addAll(difference.written());
        return after;
    }

    /** Values of any sources; one source instance says one thing at a time. */
    @Provide
    Arbitrary<List<SourceValue>> values() {
        return Combinators.combine(
                        Arbitraries.of(Source.class),
                        Arbitraries.of("crm", "geoip", "a", "b"),
                        Arbitraries.integers().between(0, 3))
                .as((source, id, second) -> value(source, id, NOON.plusSeconds(second), false))
                .list()
                .ofMaxSize(8)
                .uniqueElements(value -> List.of(value.slot(), value.at()));
    }

    private void assertWins(SourceValue stronger, SourceValue weaker) {
        assertThat(ladder.winner(List.of(stronger, weaker))).contains(stronger);
        assertThat(ladder.winner(List.of(weaker, stronger))).contains(stronger);
    }

    private static SourceValue value(Source source, String id, Instant at, boolean pinned) {
        Actor actor = new Actor(Actor.Kind.SYSTEM, id, id, null);
        return new SourceValue(
                "key", source, id, source.token() + id + at, actor, at, pinned, false, false, false, false);
    }
}
