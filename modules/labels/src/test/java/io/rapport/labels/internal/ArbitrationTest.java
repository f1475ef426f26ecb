package io.rapport.labels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import io.rapport.events.RuleRef;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.labels.FixedCatalogue;
import io.rapport.labels.internal.Verdict.Addition;
import io.rapport.labels.internal.Verdict.Removal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ArbitrationTest {

    private static final FixedCatalogue CATALOGUE = new FixedCatalogue();
    private static final List<LabelId> LABELS = List.of(
            CATALOGUE.with("p::1"),
            CATALOGUE.with("p::2"),
            CATALOGUE.with("p::3"),
            CATALOGUE.with("q::1"),
            CATALOGUE.with("q::2"),
            CATALOGUE.with("plain"),
            CATALOGUE.with("archived", null, true, Set.of(Subject.Kind.CONVERSATION)),
            CATALOGUE.with("contacts only", null, false, Set.of(Subject.Kind.CONTACT)));
    private static final OccasionId EARLIER = OccasionId.next();
    private static final OccasionId NOW = OccasionId.next();
    private static final OccasionId LATER = OccasionId.next();
    private static final Instant BEGIN = Instant.ofEpochMilli(NOW.value().getMostSignificantBits() >>> 16);
    private static final List<RuleRef> RULES = IntStream.range(0, 4)
            .mapToObj(n -> new RuleRef("rule-" + n, "Rule " + n, 1, "When …", List.of()))
            .toList();

    /** Who may have put a label on before: the occasion in question, others, or an agent before and after it began. */
    private enum Owner {
        NOBODY,
        THIS_OCCASION,
        EARLIER_OCCASION,
        LATER_OCCASION,
        AGENT_BEFORE,
        AGENT_SINCE
    }

    @Property(tries = 3000)
    void applyingTheSameDecisionsTwiceChangesNothing(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        Situation after = after(situation, verdict(situation, decisions));

        assertThat(verdict(after, decisions).isEmpty()).isTrue();
    }

    @Property(tries = 3000)
    void aSubjectCarriesAtMostOneLabelOfAnExclusiveScope(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        Situation after = after(situation, verdict(situation, decisions));

        assertThat(after.standing().values().stream()
                        .map(Standing::scope)
                        .filter(scope -> scope != null)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Property(tries = 3000)
    void anAgentsLabelGoesOnlyWhenARuleNamesItAndOnlyIfItStoodWhenTheOccasionBegan(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        Set<LabelId> named = decisions.stream()
                .filter(decision -> !decision.add())
                .map(LabelDecision::label)
                .collect(Collectors.toSet());

        for (Removal removal : verdict(situation, decisions).removed()) {
            Standing standing = situation.standing().get(removal.label());
            if (!standing.ownedByRule()) {
                assertThat(named).contains(removal.label());
                assertThat(standing.setAt()).isBefore(BEGIN);
            }
        }
    }

    @Property(tries = 3000)
    void noRulePutsOnWhatIsOverriddenArchivedOrForOtherSubjects(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        for (Addition addition : verdict(situation, decisions).added()) {
            if (!situation.standing().containsKey(addition.label())) {
                assertThat(situation.overrides()).doesNotContainKey(addition.label());
                assertThat(LABELS.indexOf(addition.label())).isLessThan(6);
            }
        }
    }

    @Property(tries = 3000)
    void whatOtherOccasionsPutOnGoesOnlyByNameOrForItsScope(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        for (Removal removal : verdict(situation, decisions).removed()) {
            Standing standing = situation.standing().get(removal.label());
            assertThat(LATER).isNotEqualTo(standing.occasion());
            if (!NOW.equals(standing.occasion())) {
                assertThat(removal.cause()).isNotEqualTo(Verdict.Cause.WITHDRAWN);
            }
        }
    }

    @Property(tries = 3000)
    void everyProposalEitherStandsOrIsOnRecordAsSuppressed(
            @ForAll("situations") Situation situation, @ForAll("decisions") List<LabelDecision> decisions) {
        Situation after = after(situation, verdict(situation, decisions));

        decisions.stream()
                .filter(LabelDecision::add)
                .forEach(decision -> assertThat(after.standing().containsKey(decision.label())
                                || after.recorded().stream()
                                        .anyMatch(loser -> loser.label().equals(decision.label())
                                                && loser.ruleId()
                                                        .equals(decision.rule().id())))
                        .isTrue());
    }

    private static Verdict verdict(Situation situation, List<LabelDecision> decisions) {
        return Arbitration.on(situation, CATALOGUE::find, Subject.Kind.CONVERSATION, NOW, decisions);
    }

    private static Situation after(Situation before, Verdict verdict) {
        Map<LabelId, Standing> standing = new LinkedHashMap<>(before.standing());
        verdict.removed().forEach(removal -> standing.remove(removal.label()));
        verdict.added()
                .forEach(addition -> standing.put(
                        addition.label(),
                        new Standing(
                                addition.label(),
                                addition.scope(),
                                ruleActor(addition.rule()),
                                Instant.now(),
                                NOW,
                                true)));
        Set<SuppressedLabel> recorded = new HashSet<>(before.recorded());
        recorded.addAll(verdict.suppressed());
        return new Situation(standing, before.overrides(), before.takenOffLater(), recorded);
    }

    @Provide
    Arbitrary<List<LabelDecision>> decisions() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(LABELS),
                        Arbitraries.integers().between(0, RULES.size() - 1))
                .as((add, label, rule) -> new LabelDecision(add, label, Subject.Kind.CONVERSATION, RULES.get(rule)))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<List<Owner>> owners = Arbitraries.of(Owner.class).list().ofSize(LABELS.size());
        Arbitrary<Set<LabelId>> some = Arbitraries.of(LABELS).set().ofMaxSize(2);
        return Combinators.combine(owners, some, some).as(ArbitrationTest::situation);
    }

    private static Situation situation(List<Owner> owners, Set<LabelId> overridden, Set<LabelId> takenOff) {
        Map<LabelId, Standing> standing = new LinkedHashMap<>();
        Set<String> filled = new HashSet<>();
        for (int n = 0; n < LABELS.size(); n++) {
            LabelId label = LABELS.get(n);
            String scope = CATALOGUE.find(label).orElseThrow().exclusiveScope();
            if (owners.get(n) != Owner.NOBODY && (scope == null || filled.add(scope))) {
                standing.put(label, standing(label, scope, owners.get(n)));
            }
        }
        return new Situation(standing, by("mai", overridden), by("rule-9", takenOff), Set.of());
    }

    private static Map<LabelId, String> by(String whom, Set<LabelId> labels) {
        Map<LabelId, String> by = new HashMap<>();
        labels.forEach(label -> by.put(label, whom));
        return by;
    }

    private static Standing standing(LabelId label, String scope, Owner owner) {
        Actor mai = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);
        Actor rule = ruleActor(RULES.get(0));
        return switch (owner) {
            case AGENT_BEFORE -> new Standing(label, scope, mai, BEGIN.minusSeconds(1), null, false);
            case AGENT_SINCE -> new Standing(label, scope, mai, BEGIN.plusSeconds(1), null, false);
            case EARLIER_OCCASION -> new Standing(label, scope, rule, BEGIN, EARLIER, true);
            case LATER_OCCASION -> new Standing(label, scope, rule, BEGIN, LATER, true);
            case THIS_OCCASION, NOBODY -> new Standing(label, scope, rule, BEGIN, NOW, true);
        };
    }

    private static Actor ruleActor(RuleRef rule) {
        return new Actor(Actor.Kind.RULE, rule.id(), rule.name(), Long.toString(rule.revision()));
    }
}
