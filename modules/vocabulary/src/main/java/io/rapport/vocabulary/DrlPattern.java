package io.rapport.vocabulary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a condition as the constraints of a Drools pattern. Negations are pushed down to the tests (De Morgan).
 */
final class DrlPattern implements Condition.Visitor<String> {

    private final Map<Field, String> names;
    private final boolean wanted;

    private DrlPattern(Map<Field, String> names, boolean wanted) {
        this.names = names;
        this.wanted = wanted;
    }

    /** The constraints, parted by commas where all must hold: so Drools shares and hashes them. */
    static String of(Condition condition, Map<Field, String> names) {
        DrlPattern pattern = new DrlPattern(names, true);
        return condition instanceof Condition.All all
                ? all.of().stream().map(one -> one.accept(pattern)).collect(Collectors.joining(", "))
                : condition.accept(pattern);
    }

    @Override
    public String all(Condition.All all) {
        return group(all.of(), wanted);
    }

    @Override
    public String any(Condition.Any any) {
        return group(any.of(), !wanted);
    }

    @Override
    public String not(Condition.Not not) {
        return not.of().accept(new DrlPattern(names, !wanted));
    }

    @Override
    public String test(Condition.Test test) {
        boolean holds = wanted != test.operator().isNegative();
        String name = DrlColumn.name(names.get(test.field()), test);
        List<String> literals =
                test.operands().stream().map(operand -> literal(test, operand)).toList();
        return new Constraint(name, test.field().type(), literals, holds)
                .of(test.operator().positive());
    }

    private String group(List<Condition> conditions, boolean and) {
        return joined(conditions.stream().map(condition -> condition.accept(this)), and);
    }

    private static String literal(Condition.Test test, Operand operand) {
        if (operand instanceof Operand.Text text) {
            boolean words = test.operator() == Operator.CONTAINS_WORD;
            return DrlText.literal(words ? Folding.words(text.folded()) : text.folded());
        }
        if (operand instanceof Operand.Flag flag) {
            return String.valueOf(flag.value());
        }
        return operand instanceof Operand.Label label
                ? DrlText.literal(label.id().toString())
                : DrlText.literal(operand.measure(test.field().type()));
    }

    /** One positive operator on one column, as it is or negated. */
    private record Constraint(String name, ValueType type, List<String> literals, boolean holds) {

        String of(Operator operator) {
            return switch (operator) {
                case IS_PRESENT -> presence();
                case IS -> equality(literals.get(0));
                case IS_ONE_OF -> each(this::equality);
                case CONTAINS, CONTAINS_WORD, HAS_LABEL, HAS_SCOPE -> call("contains", literals.get(0));
                case CONTAINS_ANY_OF -> each(literal -> call("contains", literal));
                case STARTS_WITH -> call("startsWith", literals.get(0));
                case ENDS_WITH -> call("endsWith", literals.get(0));
                case LT, BEFORE -> compared(" < ", " >= ", literals.get(0));
                case LTE -> compared(" <= ", " > ", literals.get(0));
                case GT, AFTER -> compared(" > ", " <= ", literals.get(0));
                case GTE -> compared(" >= ", " < ", literals.get(0));
                case BETWEEN -> within(literals.get(0), literals.get(1));
                case IN_THE_LAST -> within(DrlText.literal(BigDecimal.ZERO), literals.get(0));
                default -> throw new IllegalStateException("Not positive: " + operator);
            };
        }

        private String presence() {
            return switch (type) {
                case TEXT, CHOICE, CURRENCY -> equals(DrlText.literal(""), !holds);
                case LABELS, CHOICES -> (holds ? "!" : "") + name + ".isEmpty()";
                case NUMBER, DATE, DATE_TIME, BOOLEAN -> equals("null", !holds);
            };
        }

        private String equality(String literal) {
            return equals(literal, holds);
        }

        private String equals(String literal, boolean equal) {
            return name + (equal ? " == " : " != ") + literal;
        }

        private String each(Function<String, String> constraint) {
            return joined(literals.stream().map(constraint), !holds);
        }

        /** Methods of the columns' Java types: operators of Drools fail once it compiles an expression that has several. */
        private String call(String method, String literal) {
            return (holds ? "" : "!") + name + "." + method + "(" + literal + ")";
        }

        private String within(String low, String high) {
            return joined(Stream.of(compared(" >= ", " < ", low), compared(" <= ", " > ", high)), holds);
        }

        private String compared(String sign, String opposite, String literal) {
            return name + ".compareTo(" + literal + ")" + (holds ? sign : opposite) + "0";
        }
    }

    /** One alone stands bare: Drools fails to compile a negation in two pairs of brackets, and then interprets it for ever. */
    private static String joined(Stream<String> constraints, boolean and) {
        List<String> all = constraints.toList();
        return all.size() == 1 ? all.get(0) : "(" + String.join(and ? " && " : " || ", all) + ")";
    }
}
