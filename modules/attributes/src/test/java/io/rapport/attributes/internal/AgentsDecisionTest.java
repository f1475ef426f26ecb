package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.access.Problem;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.FixedDefinitions;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.internal.SourceValue.Slot;
import io.rapport.attributes.internal.ValueBook.Provenance;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever sources say and agents decide, in whatever order: one attribute has one winner, and it is the ladder's. */
class AgentsDecisionTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final String KEY = "key";
    private static final FixedDefinitions DEFINITIONS = new FixedDefinitions().with(KEY, AttributeType.TEXT);

    private final Ladder ladder = new Ladder(List.of("crm"));

    /** Something that is said or decided of the attribute. */
    sealed interface Word {}

    /** A source's word; null withdraws, and from an agent removes. */
    record Said(Source source, String sourceId, String value, int second) implements Word {

        Instant at() {
            return NOON.plusSeconds(second);
        }
    }

    /** Null: what is shown. */
    record Pinned(Slot held) implements Word {}

    record Released() implements Word {}

    @Property
    void sourcesMayComeInAnyOrderBeforeAndAfterWhatAgentsDecide(
            @ForAll("arrivals") List<Said> before,
            @ForAll("decisions") List<Word> decisions,
            @ForAll("arrivals") List<Said> after,
            @ForAll Random random) {
        List<Word> inOrder = new ArrayList<>(before);
        inOrder.addAll(decisions);
        inOrder.addAll(after);
        List<Word> otherwise = new ArrayList<>(interleaved(before, random));
        otherwise.addAll(decisions);
        otherwise.addAll(interleaved(after, random));

        assertThat(shown(all(otherwise))).isEqualTo(shown(all(inOrder)));
    }

    @Property
    void afterEveryWordTheWinnerIsTheLaddersAndAtMostOneValueIsPinned(@ForAll("words") List<Word> words) {
        List<SourceValue> current = List.of();
        for (Word word : words) {
            current = after(current, word);
            assertThat(current).filteredOn(SourceValue::pinned).hasSizeLessThanOrEqualTo(1);
            assertThat(shown(current)).isEqualTo(expected(current));
        }
    }

    @Property
    void whatAnAgentWritesIsShown(@ForAll("words") List<Word> words) {
        List<SourceValue> current = after(all(words), new Said(Source.AGENT, "agents", "mine", 9));

        assertThat(shown(current)).extracting(SourceValue::value).containsExactly("mine");
    }

    @Property
    void decidingTheSameAgainChangesNothing(@ForAll("words") List<Word> words, @ForAll("decisions") List<Word> wanted) {
        List<SourceValue> current = all(words);
        for (Word decision : wanted) {
            List<SourceValue> once = after(current, decision);
            assertThat(after(once, decision)).containsExactlyInAnyOrderElementsOf(once);
        }
    }

    @Property
    void afterAReleaseNothingOfAnAgentsIsLeft(@ForAll("words") List<Word> words) {
        assertThat(after(all(words), new Released()))
                .noneMatch(value -> value.source() == Source.AGENT || value.pinned());
    }

    private List<SourceValue> all(List<? extends Word> words) {
        List<SourceValue> current = List.of();
        for (Word word : words) {
            current = after(current, word);
        }
        return current;
    }

    /** As a transaction leaves the rows. */
    private List<SourceValue> after(List<SourceValue> current, Word word) {
        Difference difference = Difference.between(current, decided(current, word), ladder);
        List<SourceValue> after = new ArrayList<>(current);
        after.removeIf(value ->
                difference.written().stream().anyMatch(written -> written.slot().equals(value.slot())));
        after.removeAll(difference.gone());
        after.addAll(difference.written());
        return after;
    }

    private static Collection<SourceValue> decided(List<SourceValue> current, Word word) {
        try {
            if (word instanceof Said said) {
                return said(current, said);
            }
            Holding holding = new Holding(current, KEY);
            return word instanceof Pinned pinned ? holding.pin(pinned.held()) : holding.release();
        } catch (Problem noSuchValue) {
            return current;
        }
    }

    private static Collection<SourceValue> said(List<SourceValue> current, Said said) {
        Actor actor = new Actor(Actor.Kind.SYSTEM, said.sourceId(), said.sourceId(), null);
        Offer offer = new Offer(current, new Provenance(said.source(), said.sourceId(), actor, said.at(), null));
        offer.take(
                List.of(ProposedValue.of(KEY, said.value())),
                new Gate(DEFINITIONS, Subject.Kind.CONTACT, said.source(), said.sourceId(), null));
        return offer.values();
    }

    private static List<SourceValue> shown(List<SourceValue> values) {
        return values.stream().filter(SourceValue::winner).toList();
    }

    /** The ladder as people are told of it, written down once more and in another way. */
    private static List<SourceValue> expected(List<SourceValue> values) {
        List<SourceValue> left = new ArrayList<>(values);
        keep(left, Comparator.comparing(SourceValue::pinned));
        keep(left, Comparator.comparing(value -> -value.source().rank()));
        keep(
                left,
                Comparator.comparing(value ->
                        value.source() == Source.PLUGIN && value.sourceId().equals("crm")));
        keep(left, Comparator.comparing(SourceValue::at));
        keep(left, Comparator.comparing(SourceValue::sourceId).reversed());
        keep(left, Comparator.comparing(SourceValue::source).reversed());
        return left;
    }

    /** Strikes out all that something is greater than. */
    private static void keep(List<SourceValue> left, Comparator<SourceValue> strength) {
        left.stream()
                .max(strength)
                .ifPresent(strongest -> left.removeIf(value -> strength.compare(value, strongest) < 0));
    }

    /** Each source's own words in their order, those of different sources mixed anyhow. */
    private static List<Said> interleaved(List<Said> words, Random random) {
        Map<Slot, Deque<Said>> bySource = new LinkedHashMap<>();
        words.forEach(word ->
                bySource.computeIfAbsent(slot(word), none -> new ArrayDeque<>()).add(word));
        List<Deque<Said>> waiting = new ArrayList<>(bySource.values());
        List<Said> mixed = new ArrayList<>();
        while (!waiting.isEmpty()) {
            int next = random.nextInt(waiting.size());
            mixed.add(waiting.get(next).remove());
            waiting.removeIf(Deque::isEmpty);
        }
        return mixed;
    }

    private static Slot slot(Said word) {
        return new Slot(KEY, word.source(), word.sourceId());
    }

    @Provide
    Arbitrary<List<Said>> arrivals() {
        return Combinators.combine(
                        Arbitraries.of(Source.class).filter(source -> source != Source.AGENT),
                        Arbitraries.of("crm", "a", "b"),
                        Arbitraries.of("x", "y").injectNull(0.25),
                        Arbitraries.integers().between(0, 3))
                .as(Said::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Word>> decisions() {
        Arbitrary<Word> written =
                Arbitraries.of("x", "mine").injectNull(0.3).map(value -> new Said(Source.AGENT, "agents", value, 5));
        Arbitrary<Word> pinned = Combinators.combine(Arbitraries.of(Source.class), Arbitraries.of("crm", "a", "b"))
                .as((source, id) -> new Slot(KEY, source, source == Source.AGENT ? "agents" : id))
                .injectNull(0.3)
                .map(Pinned::new);
        return Arbitraries.oneOf(written, pinned, Arbitraries.create(Released::new))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Word>> words() {
        return Combinators.combine(arrivals(), decisions(), arrivals(), decisions())
                .as((first, then, later, last) -> {
                    List<Word> words = new ArrayList<>(first);
                    words.addAll(then);
                    words.addAll(later);
                    words.addAll(last);
                    return words;
                });
    }
}
