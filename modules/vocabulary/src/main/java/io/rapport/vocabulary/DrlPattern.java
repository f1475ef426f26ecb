package io.rapport.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes a condition as the constraints of a Drools pattern. Negations are pushed down to the tests (De Morgan), as Drools
 * negates its operators more reliably than expressions of them.
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
        String name = DrlFacts.columnName(names.get(test.field()), test.operator());
        List<String> literals =
                test.operands().stream().map(operand -> literal(test, operand)).toList();
        return new Constraint(name, literals, holds).of(test.operator().positive());
    }

    private String group(List<Condition> conditions, boolean and) {
        return conditions.stream()
                .map(condition -> condition.accept(this))
                .collect(Collectors.joining(and ? " && " : " || ", "(", ")"));
    }

    private static String literal(Condition.Test test, Operand operand) {
        if (operand instanceof Operand.Text text) {
            boolean words = test.operator() == Operator.CONTAINS_WORD;
            return DrlText.literal(words ? Folding.words(text.folded()) : text.folded());
        }
        if (operand instanceof Operand.Number number) {
            return DrlText.literal(number.value());
        }
        return operand instanceof Operand.Flag flag
                ? String.valueOf(flag.value())
                : DrlText.literal(((Operand.Label) operand).id().toString());
    }

    /** One positive operator on one column, as it is or negated. */
    private record Constraint(String name, List<String> literals, boolean holds) {

        String of(Operator operator) {
            return switch (operator) {
                case IS_PRESENT -> name + (holds ? " != null" : " == null");
                case IS -> equality(literals.get(0));
                case IS_ONE_OF -> each(this::equality);
                case CONTAINS, CONTAINS_WORD, HAS_LABEL, HAS_SCOPE -> containment(literals.get(0));
                case CONTAINS_ANY_OF -> each(this::containment);
                case STARTS_WITH -> guarded((holds ? "" : "not ") + "str[startsWith] " + literals.get(0));
                case ENDS_WITH -> guarded((holds ? "" : "not ") + "str[endsWith] " + literals.get(0));
                case LT -> compared(" < ", " >= ");
                case LTE -> compared(" <= ", " > ");
                case GT -> compared(" > ", " <= ");
                case GTE -> compared(" >= ", " < ");
                case BETWEEN -> between();
                default -> throw new IllegalStateException("Not positive: " + operator);
            };
        }

        private String equality(String literal) {
            return name + (holds ? " == " : " != ") + literal;
        }

        private String containment(String literal) {
            return name + (holds ? " contains " : " not contains ") + literal;
        }

        private String each(Function<String, String> constraint) {
            return literals.stream().map(constraint).collect(Collectors.joining(holds ? " || " : " && ", "(", ")"));
        }

        /** Asks for null first, on which these operators would fail. */
        private String guarded(String comparison) {
            return "(" + name + (holds ? " != null && " : " == null || ") + name + " " + comparison + ")";
        }

        private String compared(String sign, String opposite) {
            return guarded((holds ? sign : opposite).strip() + " " + literals.get(0));
        }

        private String between() {
            return holds
                    ? "(%1$s != null && %1$s >= %2$s && %1$s <= %3$s)".formatted(name, literals.get(0), literals.get(1))
                    : "(%1$s == null || %1$s < %2$s || %1$s > %3$s)".formatted(name, literals.get(0), literals.get(1));
        }
    }
}
