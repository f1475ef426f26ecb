package io.rapport.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fact that Drools rules look at: one flat type with a column for each field that a set of conditions reads, declared
 * in the rules themselves. Columns have names of the server's ({@code f0}, {@code f1}, …): nothing that a person names is an
 * identifier. Texts are folded before they become facts.
 *
 * <p>Columns hold null where nothing is known; patterns ask for it before they call anything.
 */
public final class DrlFacts {

    /** The type's name within its package. */
    public static final String TYPE = "Facts";

    private static final String EVENT = "event";

    private final Map<Field, String> names = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /** A type that has what these conditions read. */
    public DrlFacts(Collection<Condition> conditions) {
        conditions.stream().flatMap(Condition::tests).forEach(test -> {
            names.computeIfAbsent(test.field(), field -> "f" + names.size());
            Column column = column(test);
            columns.putIfAbsent(column.name, column);
        });
    }

    /** The declaration of the type. */
    public String declaration() {
        return columns.values().stream()
                .map(column -> "  " + column.name + " : " + column.type + "\n")
                .collect(Collectors.joining("", "declare " + TYPE + "\n  " + EVENT + " : String\n", "end\n"));
    }

    /** The pattern that matches a fact for which the condition holds. */
    public String pattern(Use use, Condition condition) {
        String event = EVENT + " == " + '"' + use.token() + '"';
        return TYPE + "( " + event + ", " + DrlPattern.of(condition, names) + " )";
    }

    /** The columns' values of one fact, by column name. */
    public Map<String, Object> row(Use use, FieldValues values) {
        Map<String, Object> row = new HashMap<>();
        row.put(EVENT, use.token());
        for (Column column : columns.values()) {
            FieldValue value = values.of(column.field);
            row.put(column.name, value == null ? null : column.content.of(value));
        }
        return row;
    }

    /** The column that a test looks at: a field may need one more for words or scopes. */
    private Column column(Condition.Test test) {
        Field field = test.field();
        String name = columnName(names.get(field), test.operator());
        return switch (field.type()) {
            case TEXT, CHOICE ->
                new Column(
                        field,
                        name,
                        "String",
                        test.operator() == Operator.CONTAINS_WORD ? DrlFacts::words : DrlFacts::folded);
            case NUMBER ->
                new Column(field, name, "java.math.BigDecimal", value -> ((FieldValue.Number) value).value());
            case BOOLEAN -> new Column(field, name, "Boolean", value -> ((FieldValue.Flag) value).value());
            case LABELS ->
                new Column(
                        field,
                        name,
                        "java.util.Set",
                        test.operator() == Operator.HAS_SCOPE ? DrlFacts::scopes : DrlFacts::labelIds);
        };
    }

    static String columnName(String name, Operator operator) {
        return switch (operator) {
            case CONTAINS_WORD -> name + "words";
            case HAS_SCOPE -> name + "scopes";
            default -> name;
        };
    }

    private static Object folded(FieldValue value) {
        return ((FieldValue.Text) value).folded();
    }

    private static Object words(FieldValue value) {
        return ((FieldValue.Text) value).words();
    }

    private static Object scopes(FieldValue value) {
        return ((FieldValue.Labels) value).scopes();
    }

    private static Object labelIds(FieldValue value) {
        return ((FieldValue.Labels) value)
                .names().keySet().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private interface Content {
        Object of(FieldValue value);
    }

    private record Column(Field field, String name, String type, Content content) {}
}
