package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import io.rapport.events.RuleRef;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.labels.LabelCard;
import io.rapport.labels.internal.Verdict.Addition;
import io.rapport.labels.internal.Verdict.Cause;
import io.rapport.labels.internal.Verdict.Removal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what comes of what rules propose on one occasion; pure, and used once.
 *
 * <p>People and programs that came by an API token outrank rules; among rules of one occasion the first in rule order wins; across occasions the later one. The
 * first decision about a label is the one that counts, and removals are looked at before additions, so that applying the
 * same decisions again finds everything as it should be and changes nothing.
 */
public final class Arbitration {

    private final Function<LabelId, Optional<LabelCard>> catalogue;
    private final Subject.Kind kind;
    private final OccasionId occasion;
    private final Situation situation;

    private final Map<LabelId, Standing> present;
    private final Map<LabelId, LabelDecision> unwanted = new HashMap<>();
    private final Map<String, LabelDecision> winners = new HashMap<>();
    private final Map<LabelId, LabelDecision> added = new LinkedHashMap<>();
    private final Map<LabelId, Removal> removed = new LinkedHashMap<>();
    private final Set<LabelId> decided = new HashSet<>();
    private final Set<SuppressedLabel> suppressed = new LinkedHashSet<>();
    private final Map<LabelId, List<SuppressedLabel>> losers = new HashMap<>();

    private Arbitration(
            Situation situation,
            Function<LabelId, Optional<LabelCard>> catalogue,
            Subject.Kind kind,
            OccasionId occasion) {
        this.situation = situation;
        this.catalogue = catalogue;
        this.kind = kind;
        this.occasion = occasion;
        this.present = new LinkedHashMap<>(situation.standing());
    }

    /**
     * The verdict on an occasion's decisions.
     *
     * @param situation how the subject stands
     * @param catalogue finds a label's card
     * @param kind what the subject is
     * @param occasion the occasion, evaluated for the first time or again
     * @param decisions all that its rules decided about this subject, in rule order
     */
    public static Verdict on(
            Situation situation,
            Function<LabelId, Optional<LabelCard>> catalogue,
            Subject.Kind kind,
            OccasionId occasion,
            List<LabelDecision> decisions) {
        Arbitration arbitration = new Arbitration(situation, catalogue, kind, occasion);
        arbitration.takeOffWhatIsNamed(decisions);
        decisions.stream().filter(LabelDecision::add).forEach(arbitration::propose);
        arbitration.withdrawWhatIsNoLongerDecided();
        return arbitration.verdict();
    }

    private void takeOffWhatIsNamed(List<LabelDecision> decisions) {
        Map<LabelId, LabelDecision> first = new LinkedHashMap<>();
        decisions.forEach(decision -> first.putIfAbsent(decision.label(), decision));
        first.values().stream().filter(decision -> !decision.add()).forEach(decision -> {
            unwanted.put(decision.label(), decision);
            Standing standing = present.get(decision.label());
            if (standing != null && !standing.laterThan(occasion)) {
                takeOff(new Removal(standing.label(), Cause.NAMED, decision.rule(), null));
            }
        });
    }

    private void propose(LabelDecision decision) {
        LabelId label = decision.label();
        if (added.containsKey(label) || decided.contains(label)) {
            return;
        }
        Standing standing = present.get(label);
        if (standing != null) {
            affirm(standing, decision);
            return;
        }
        String scope = catalogue.apply(label).map(LabelCard::exclusiveScope).orElse(null);
        Optional<Objection> objection = objectionTo(label, scope);
        if (objection.isPresent()) {
            suppress(decision, scope, objection.get());
        } else {
            putOn(decision, scope);
        }
    }

    /** It is on already; where this occasion put it on for a rule that no longer wants it, the new rule takes it over. */
    private void affirm(Standing standing, LabelDecision decision) {
        decided.add(standing.label());
        if (standing.scope() != null) {
            winners.putIfAbsent(standing.scope(), decision);
        }
        if (standing.putOnBy(occasion) && !isOf(standing, decision.rule())) {
            added.put(standing.label(), decision);
        }
    }

    private static boolean isOf(Standing standing, RuleRef rule) {
        return standing.setBy().id().equals(rule.id())
                && Long.toString(rule.revision()).equals(standing.setBy().version());
    }

    private Optional<Objection> objectionTo(LabelId label, String scope) {
        if (catalogue.apply(label).filter(this::isUsable).isEmpty()) {
            return Objection.of("archived", null);
        }
        if (situation.overrides().containsKey(label)) {
            return Objection.of("override", situation.overrides().get(label));
        }
        if (unwanted.containsKey(label)) {
            return Objection.of("order", unwanted.get(label).rule().id());
        }
        if (situation.takenOffLater().containsKey(label)) {
            return Objection.of("order", situation.takenOffLater().get(label));
        }
        return scope == null ? Optional.empty() : objectionWithin(scope);
    }

    private boolean isUsable(LabelCard card) {
        return !card.archived() && card.appliesTo().contains(kind);
    }

    private Optional<Objection> objectionWithin(String scope) {
        if (winners.containsKey(scope)) {
            return Objection.of("order", winners.get(scope).rule().id());
        }
        return rivals(scope).stream()
                .filter(rival -> !rival.ownedByRule() || rival.laterThan(occasion))
                .findFirst()
                .flatMap(rival ->
                        Objection.of(holds(rival.setBy()), rival.setBy().id()));
    }

    private static String holds(Actor rival) {
        return switch (rival.kind()) {
            case RULE -> "order";
            case TOKEN -> "token";
            default -> "agent";
        };
    }

    private List<Standing> rivals(String scope) {
        return present.values().stream()
                .filter(standing -> scope.equals(standing.scope()))
                .toList();
    }

    private void suppress(LabelDecision decision, String scope, Objection objection) {
        SuppressedLabel loser =
                new SuppressedLabel(decision.label(), decision.rule().id(), objection.reason(), objection.by());
        suppressed.add(loser);
        LabelDecision winner = winners.get(scope);
        if (winner != null && winner.rule().id().equals(objection.by())) {
            losers.computeIfAbsent(winner.label(), none -> new ArrayList<>()).add(loser);
        }
    }

    private void putOn(LabelDecision decision, String scope) {
        if (scope != null) {
            rivals(scope)
                    .forEach(rival ->
                            takeOff(new Removal(rival.label(), Cause.REPLACED, decision.rule(), decision.label())));
            winners.put(scope, decision);
        }
        added.put(decision.label(), decision);
    }

    private void withdrawWhatIsNoLongerDecided() {
        List.copyOf(present.values()).stream()
                .filter(standing -> standing.putOnBy(occasion) && !decided.contains(standing.label()))
                .forEach(standing -> takeOff(new Removal(standing.label(), Cause.WITHDRAWN, null, null)));
    }

    private void takeOff(Removal removal) {
        present.remove(removal.label());
        removed.put(removal.label(), removal);
    }

    private Verdict verdict() {
        suppressed.removeAll(situation.recorded());
        return new Verdict(
                added.values().stream().map(this::addition).toList(),
                List.copyOf(removed.values()),
                List.copyOf(suppressed));
    }

    private Addition addition(LabelDecision decision) {
        LabelId label = decision.label();
        Standing standing = present.get(label);
        String scope = standing != null
                ? standing.scope()
                : catalogue.apply(label).map(LabelCard::exclusiveScope).orElse(null);
        return new Addition(label, scope, decision.rule(), losers.getOrDefault(label, List.of()));
    }

    private record Objection(String reason, String by) {

        static Optional<Objection> of(String reason, String by) {
            return Optional.of(new Objection(reason, by));
        }
    }
}
