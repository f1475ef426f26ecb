package io.rapport.labelling.internal;

import io.rapport.events.Subject;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Operand;
import io.rapport.vocabulary.Sentence;
import java.util.stream.Collectors;

/** A rule in words: {@code when the message contains "refund" then add label "refund request"}. */
final class RuleSentence {

    /** It is kept with every label that a rule puts on, so it must end somewhere. */
    private static final int LONGEST = 2_000;

    private final Sentence sentence;

    RuleSentence(LabelCatalogue labels) {
        this.sentence = new Sentence(labels);
    }

    /** At most 2,000 characters; what is longer ends in '…'. */
    String of(Rule rule) {
        String whole = rule.then().stream()
                .map(this::action)
                .collect(Collectors.joining(" and ", "when " + sentence.of(rule.when()) + " then ", ""));
        if (whole.codePointCount(0, whole.length()) <= LONGEST) {
            return whole;
        }
        return whole.substring(0, whole.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private String action(Action action) {
        String words =
                (action.add() ? "add label " : "remove label ") + sentence.label(new Operand.Label(action.label()));
        if (action.of() == Subject.Kind.CONVERSATION) {
            return words;
        }
        return words + (action.add() ? " to the " : " from the ") + action.of().token();
    }
}
