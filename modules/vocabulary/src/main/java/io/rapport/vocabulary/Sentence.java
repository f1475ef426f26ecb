package io.rapport.vocabulary;

import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a condition into plain English: {@code the message contains "refund" and the country is one of "VN", "TH"}. */
public final class Sentence implements Condition.Visitor<String> {

    private final LabelCatalogue labels;

    public Sentence(LabelCatalogue labels) {
        this.labels = labels;
    }

    /** The condition in words, without a capital and a full stop. */
    public String of(Condition condition) {
        return condition.accept(this);
    }

    @Override
    public String all(Condition.All all) {
        return joined(all.of(), " and ");
    }

    @Override
    public String any(Condition.Any any) {
        return joined(any.of(), " or ");
    }

    @Override
    public String not(Condition.Not not) {
        return "not (" + of(not.of()) + ")";
    }

    @Override
    public String test(Condition.Test test) {
        String field = test.field().phrase();
        if (test.operator().arity() == Operator.Arity.NONE) {
            return field + " " + emptiness(test);
        }
        String parting = test.operator().arity() == Operator.Arity.RANGE ? " and " : ", ";
        return test.operands().stream()
                .map(this::operand)
                .collect(Collectors.joining(
                        parting, field + " " + test.operator().phrase() + " ", ""));
    }

    /** A label by its name in quotation marks; by its id once it is gone. */
    public String label(Operand.Label label) {
        return Quoted.text(
                labels.find(label.id()).map(LabelCard::name).orElse(label.id().toString()));
    }

    private static String emptiness(Condition.Test test) {
        if (test.field().type() != ValueType.LABELS) {
            return test.operator().phrase();
        }
        return test.operator() == Operator.IS_EMPTY ? "has no label" : "has a label";
    }

    private String joined(List<Condition> conditions, String word) {
        if (conditions.size() == 1) {
            return of(conditions.get(0));
        }
        return conditions.stream()
                .map(condition -> isGroup(condition) ? "(" + of(condition) + ")" : of(condition))
                .collect(Collectors.joining(word));
    }

    private static boolean isGroup(Condition condition) {
        return condition instanceof Condition.All || condition instanceof Condition.Any;
    }

    private String operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return Quoted.text(text.typed());
        }
        if (operand instanceof Operand.Number number) {
            return number.value().toPlainString();
        }
        if (operand instanceof Operand.Flag flag) {
            return flag.value() ? "yes" : "no";
        }
        if (operand instanceof Operand.Length length) {
            return length.span().phrase();
        }
        return operand instanceof Operand.Label label ? label(label) : operand.toString();
    }
}
