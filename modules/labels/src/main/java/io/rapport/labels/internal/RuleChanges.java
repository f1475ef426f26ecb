package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelsDecided;
import io.rapport.events.RuleRef;
import io.rapport.events.SuppressedLabel;
import io.rapport.labels.Why;
import io.rapport.labels.internal.Verdict.Addition;
import io.rapport.labels.internal.Verdict.Removal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is to be written when a verdict on rules' decisions is carried out. */
public final class RuleChanges {

    private RuleChanges() {}

    /** The changes, each in the name of the rule behind it. */
    public static Changes of(Verdict verdict, LabelsDecided decided) {
        Map<String, RuleRef> rules = decided.decisions().stream()
                .map(LabelDecision::rule)
                .collect(Collectors.toMap(RuleRef::id, Function.identity(), (first, second) -> first));
        Changes changes = new Changes(decided.occasion(), decided.at());
        for (Removal removal : verdict.removed()) {
            Actor actor = removal.rule() == null ? decided.actor() : actor(removal.rule());
            changes.takeOff(
                    removal.label(), removal.cause().token(), Objects.toString(removal.successor(), null), actor);
        }
        for (Addition addition : verdict.added()) {
            changes.putOn(addition.label(), addition.scope(), actor(addition.rule()), why(addition));
        }
        for (SuppressedLabel label : verdict.suppressed()) {
            changes.suppress(label.label(), label.reason(), label.by(), actor(rules.get(label.ruleId())));
        }
        return changes;
    }

    private static Actor actor(RuleRef rule) {
        return new Actor(Actor.Kind.RULE, rule.id(), rule.name(), Long.toString(rule.revision()));
    }

    private static Why why(Addition addition) {
        RuleRef rule = addition.rule();
        return new Why(rule.sentence(), rule.revision(), rule.facts(), addition.suppressed());
    }
}
