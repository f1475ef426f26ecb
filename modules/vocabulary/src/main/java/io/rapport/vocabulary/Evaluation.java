package io.rapport.vocabulary;

import java.util.List;
import java.util.function.Predicate;

/** Decides conditions in memory; what it says is what Drools says, and a property test holds them to it. */
public final class Evaluation implements Condition.Visitor<Boolean> {

    private final FieldValues values;

    private Evaluation(FieldValues values) {
        this.values = values;
    }

    /** Whether the condition holds for these values. */
    public static boolean matches(Condition condition, FieldValues values) {
        return condition.accept(new Evaluation(values));
    }

    @Override
    public Boolean all(Condition.All all) {
        return all.of().stream().allMatch(condition -> condition.accept(this));
    }

    @Override
    public Boolean any(Condition.Any any) {
        return any.of().stream().anyMatch(condition -> condition.accept(this));
    }

    @Override
    public Boolean not(Condition.Not not) {
        return !not.of().accept(this);
    }

    @Override
    public Boolean test(Condition.Test test) {
        FieldValue value = values.of(test.field());
        boolean positive = value != null && holds(test.operator().positive(), value, test.operands());
        return positive != test.operator().isNegative();
    }

    private static boolean holds(Operator operator, FieldValue value, List<Operand> operands) {
        return switch (operator) {
            case IS_PRESENT -> true;
            case BETWEEN -> compared(value, operands.get(0)) >= 0 && compared(value, operands.get(1)) <= 0;
            case IS_ONE_OF -> any(operands, operand -> holdsOne(Operator.IS, value, operand));
            case CONTAINS_ANY_OF -> any(operands, operand -> holdsOne(Operator.CONTAINS, value, operand));
            default -> holdsOne(operator, value, operands.get(0));
        };
    }

    private static boolean holdsOne(Operator operator, FieldValue value, Operand operand) {
        return switch (operator) {
            case IS -> is(value, operand);
            case CONTAINS -> folded(value).contains(folded(operand));
            case CONTAINS_WORD -> ((FieldValue.Text) value).words().contains(Folding.words(folded(operand)));
            case STARTS_WITH -> folded(value).startsWith(folded(operand));
            case ENDS_WITH -> folded(value).endsWith(folded(operand));
            case LT -> compared(value, operand) < 0;
            case LTE -> compared(value, operand) <= 0;
            case GT -> compared(value, operand) > 0;
            case GTE -> compared(value, operand) >= 0;
            case HAS_LABEL -> ((FieldValue.Labels) value).names().containsKey(((Operand.Label) operand).id());
            case HAS_SCOPE -> ((FieldValue.Labels) value).scopes().contains(folded(operand));
            default -> throw new IllegalStateException("Not for one value: " + operator);
        };
    }

    private static boolean is(FieldValue value, Operand operand) {
        if (operand instanceof Operand.Number) {
            return compared(value, operand) == 0;
        }
        return operand instanceof Operand.Flag flag
                ? ((FieldValue.Flag) value).value() == flag.value()
                : folded(value).equals(folded(operand));
    }

    private static int compared(FieldValue value, Operand operand) {
        return ((FieldValue.Number) value).value().compareTo(((Operand.Number) operand).value());
    }

    private static String folded(FieldValue value) {
        return ((FieldValue.Text) value).folded();
    }

    private static String folded(Operand operand) {
        return ((Operand.Text) operand).folded();
    }

    private static boolean any(List<Operand> operands, Predicate<Operand> holds) {
        return operands.stream().anyMatch(holds);
    }
}
