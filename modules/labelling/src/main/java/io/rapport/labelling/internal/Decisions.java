package io.rapport.labelling.internal;

import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.Fact;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelsDecided;
import io.rapport.events.RuleRef;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import java.util.List;

/** Words what rules decided for the owners of the labels. */
final class Decisions {

    private final RuleSentence sentence;

    Decisions(LabelCatalogue labels) {
        this.sentence = new RuleSentence(labels);
    }

    /** Every action of every rule that counts, in order. */
    LabelsDecided of(Occasion occasion, ContactId contact, Evaluated evaluated) {
        List<LabelDecision> decisions = evaluated.matched().stream()
                .flatMap(rule -> {
                    RuleRef reference = reference(rule, occasion, evaluated);
                    return rule.then().stream()
                            .map(action -> new LabelDecision(action.add(), action.label(), action.of(), reference));
                })
                .toList();
        return new LabelsDecided(
                occasion.id(), occasion.conversation(), contact, decisions, Actor.system(), evaluated.at());
    }

    private RuleRef reference(Rule rule, Occasion occasion, Evaluated evaluated) {
        List<Fact> facts = rule.reads().stream()
                .map(token -> fact(token, occasion, evaluated.facts().values().get(token)))
                .toList();
        return new RuleRef(rule.id().toString(), rule.name(), evaluated.revision(), sentence.of(rule), facts);
    }

    private static Fact fact(String token, Occasion occasion, FieldValue value) {
        return token.equals(Field.MESSAGE_TEXT)
                ? new Fact(token, null, occasion.message())
                : new Fact(token, value == null ? null : value.toString(), null);
    }
}
