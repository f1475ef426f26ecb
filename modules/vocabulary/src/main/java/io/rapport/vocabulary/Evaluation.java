package io.rapport.vocabulary;

import java.util.List;
import java.util.function.IntPredicate;
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
            case BETWEEN ->
                compares(value, operands.get(0), order -> order >= 0)
                        && compares(value, operands.get(1), order -> order <= 0);
            case IS_ONE_OF -> any(operands, operand -> holdsOne(Operator.IS, value, operand));
            case CONTAINS_ANY_OF -> any(operands, operand -> holdsOne(Operator.CONTAINS, value, operand));
            default -> holdsOne(operator, value, operands.get(0));
        };
    }

    private static boolean holdsOne(Operator operator, FieldValue value, Operand operand) {
        return switch (operator) {
            case IS -> is(value, operand);
            case CONTAINS -> contains(value, folded(operand));
            case CONTAINS_WORD -> ((FieldValue.Text) value).words().contains(Folding.words(folded(operand)));
            case STARTS_WITH -> folded(value).startsWith(folded(operand));
            case ENDS_WITH -> folded(value).endsWith(folded(operand));
            case LT, BEFORE -> compares(value, operand, order -> order < 0);
            case LTE -> compares(value, operand, order -> order <= 0);
            case GT, AFTER -> compares(value, operand, order -> order > 0);
            case GTE -> compares(value, operand, order -> order >= 0);
            case IN_THE_LAST -> isRecent((FieldValue.Dated) value, operand);
            case HAS_LABEL -> ((FieldValue.Labels) value).names().containsKey(((Operand.Label) operand).id());
            case HAS_SCOPE -> ((FieldValue.Labels) value).scopes().contains(folded(operand));
            default -> throw new IllegalStateException("Not for one value: " + operator);
        };
    }

    private static boolean is(FieldValue value, Operand operand) {
        if (value instanceof FieldValue.Measure) {
            return compares(value, operand, order -> order == 0);
        }
        return operand instanceof Operand.Flag flag
                ? ((FieldValue.Flag) value).value() == flag.value()
                : folded(value).equals(folded(operand));
    }

    /** Amounts of different currencies compare in no way. */
    private static boolean compares(FieldValue value, Operand operand, IntPredicate order) {
        if (value instanceof FieldValue.Amount amount
                && !amount.money()
                        .currency()
                        .equals(((Operand.Amount) operand).money().currency())) {
            return false;
        }
        return order.test(((FieldValue.Measure) value).measure().compareTo(operand.measure(type(value))));
    }

    private static boolean isRecent(FieldValue.Dated value, Operand length) {
        return value.age().signum() >= 0 && value.age().compareTo(length.measure(type(value))) <= 0;
    }

    private static ValueType type(FieldValue value) {
        return value instanceof FieldValue.Day ? ValueType.DATE : ValueType.DATE_TIME;
    }

    private static boolean contains(FieldValue value, String folded) {
        return value instanceof FieldValue.Choices choices
                ? choices.folded().contains(folded)
                : folded(value).contains(folded);
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
