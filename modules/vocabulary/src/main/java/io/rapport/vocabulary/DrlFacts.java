package io.rapport.vocabulary;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fact that Drools rules look at: one flat type with a column for each field that conditions read, declared in the
 * rules themselves. Columns have names of the server's ({@code f0}, {@code f1}, …): nothing that a person names is an
 * identifier. Texts are folded before they become facts.
 */
public final class DrlFacts {

    /** The type's name within its package. */
    public static final String TYPE = "Facts";

    /** The column of the event's token. */
    public static final String EVENT = "event";

    private final Map<Field, String> names = new LinkedHashMap<>();
    private final Map<Use, Map<String, DrlColumn>> columns = new EnumMap<>(Use.class);

    /** A type that has what these conditions read. */
    public DrlFacts(Map<Use, List<Condition>> conditions) {
        conditions.forEach((use, ofUse) -> ofUse.stream()
                .flatMap(Condition::tests)
                .forEach(test -> columns.computeIfAbsent(use, first -> new LinkedHashMap<>())
                        .putIfAbsent(column(test).name(), column(test))));
    }

    /** The declaration of the type. */
    public String declaration() {
        return columns.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .map(DrlColumn::declaration)
                .distinct()
                .map(column -> "  " + column + "\n")
                .collect(Collectors.joining("", "declare " + TYPE + "\n  " + EVENT + " : String\n", "end\n"));
    }

    /** The pattern that matches a fact for which the condition holds. */
    public String pattern(Use use, Condition condition) {
        String event = EVENT + " == " + '"' + use.token() + '"';
        return TYPE + "( " + event + ", " + DrlPattern.of(condition, names) + " )";
    }

    /** The columns that conditions of one use read; the others need not be filled for it. */
    public List<DrlColumn> columns(Use use) {
        return List.copyOf(columns.getOrDefault(use, Map.of()).values());
    }

    private DrlColumn column(Condition.Test test) {
        return DrlColumn.of(test, names.computeIfAbsent(test.field(), field -> "f" + names.size()));
    }
}
