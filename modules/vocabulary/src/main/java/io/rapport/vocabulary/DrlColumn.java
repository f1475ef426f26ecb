package io.rapport.vocabulary;

import io.rapport.events.LabelId;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A column of the fact that Drools rules look at: what is known of a field, in the shape that a test compares.
 *
 * <p>Where nothing is known, texts and labels are empty and numbers beyond all others rather than null, so that patterns
 * may call their methods without asking first. Drools compiles a constraint by the fact before it; one that fails on that fact's nulls it would interpret
 * for ever.
 */
public final class DrlColumn {

    private static final String NUMBER = "java.math.BigDecimal";

    /** More than any operand. */
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(Decimals.MOST_DIGITS + 1);

    private final Field field;
    private final String name;
    private final String type;
    private final Object unknown;
    private final Function<FieldValue, Object> content;

    private DrlColumn(Field field, String name, String type, Object unknown, Function<FieldValue, Object> content) {
        this.field = field;
        this.name = name;
        this.type = type;
        this.unknown = unknown;
        this.content = content;
    }

    /** The column that a test looks at: a field may need more than one, by how it is compared. */
    static DrlColumn of(Condition.Test test, String fieldName) {
        Field field = test.field();
        String name = name(fieldName, test);
        return switch (field.type()) {
            case TEXT, CHOICE -> new DrlColumn(field, name, "String", "", text(test.operator()));
            case LABELS -> new DrlColumn(field, name, "java.util.Set", Set.of(), labels(test.operator()));
            case CHOICES ->
                new DrlColumn(field, name, "java.util.Set", Set.of(), value -> ((FieldValue.Choices) value).folded());
            case NUMBER, DATE, DATE_TIME ->
                new DrlColumn(field, name, NUMBER, noNumber(test.operator()), measure(test.operator()));
            case CURRENCY ->
                currency(test)
                        .map(currency -> amount(test, name, currency))
                        .orElseGet(() -> new DrlColumn(field, name, "String", "", FieldValue::toString));
            case BOOLEAN -> new DrlColumn(field, name, "Boolean", null, value -> ((FieldValue.Flag) value).value());
        };
    }

    /** Amounts have a column for each currency that they are compared in: those of others are nothing there. */
    static String name(String fieldName, Condition.Test test) {
        String name = fieldName
                + currency(test).map(code -> code.toLowerCase(Locale.ROOT)).orElse("");
        return switch (test.operator()) {
            case CONTAINS_WORD -> name + "words";
            case HAS_SCOPE -> name + "scopes";
            case GT, GTE, AFTER, BETWEEN -> name + "low";
            case LT, LTE, BEFORE -> name + "high";
            case IN_THE_LAST -> name + "age";
            default -> name;
        };
    }

    private static Optional<String> currency(Condition.Test test) {
        return test.operands().stream()
                .filter(Operand.Amount.class::isInstance)
                .map(operand -> ((Operand.Amount) operand).money().currency())
                .findFirst();
    }

    private static DrlColumn amount(Condition.Test test, String name, String currency) {
        BigDecimal none = noNumber(test.operator());
        return new DrlColumn(test.field(), name, NUMBER, none, value -> {
            FieldValue.Amount amount = (FieldValue.Amount) value;
            return amount.money().currency().equals(currency) ? amount.measure() : none;
        });
    }

    private static Function<FieldValue, Object> measure(Operator operator) {
        return operator == Operator.IN_THE_LAST
                ? value -> ((FieldValue.Dated) value).age()
                : value -> ((FieldValue.Measure) value).measure();
    }

    private static Function<FieldValue, Object> text(Operator operator) {
        return operator == Operator.CONTAINS_WORD
                ? value -> ((FieldValue.Text) value).words()
                : value -> ((FieldValue.Text) value).folded();
    }

    private static Function<FieldValue, Object> labels(Operator operator) {
        return operator == Operator.HAS_SCOPE
                ? value -> ((FieldValue.Labels) value).scopes()
                : value -> ids((FieldValue.Labels) value);
    }

    /** Where it must not be above anything it is below everything, and the other way round. */
    private static BigDecimal noNumber(Operator operator) {
        return switch (operator) {
            case GT, GTE, AFTER, BETWEEN, IN_THE_LAST -> BEYOND.negate();
            case LT, LTE, BEFORE -> BEYOND;
            default -> null;
        };
    }

    /** Its name within the fact's type. */
    public String name() {
        return name;
    }

    /** What it holds where these values are known. */
    public Object content(FieldValues values) {
        FieldValue value = values.of(field);
        return value == null ? unknown : content.apply(value);
    }

    String declaration() {
        return name + " : " + type;
    }

    private static Set<String> ids(FieldValue.Labels labels) {
        Set<String> ids = new HashSet<>();
        for (LabelId id : labels.names().keySet()) {
            ids.add(id.toString());
        }
        return ids;
    }
}
