package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.Money;
import io.rapport.events.LabelId;
import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.Evaluation;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Operand;
import io.rapport.vocabulary.Operator;
import io.rapport.vocabulary.Span;
import io.rapport.vocabulary.Use;
import io.rapport.vocabulary.ValueType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Drools and memory decide alike, on every operator, whatever is missing; warm (compiled by Drools) as well as cold. */
class BackendsAgreePropertyTest {

    private static final List<Field> FIELDS = List.of(
            Rules.TEXT,
            Rules.field("session.city"),
            Rules.field("session.country"),
            Rules.field("contact.conversations"),
            Rules.field("time.hour"),
            Rules.field("contact.verified"),
            Rules.field("conversation.attributes.total"),
            Rules.field("contact.attributes.birthday"),
            Rules.field("contact.attributes.renewal"),
            Rules.field("contact.attributes.interests"),
            Rules.field("conversation.labels"),
            Rules.field("contact.labels"));
    private static final List<String> TEXTS =
            List.of("a", "A b", "ab", "á", "b a!", "null", "true", "1", "\"a\"", "a\\b", "đ\nß", "a-b c", "’", "😀 a");
    private static final List<String> COUNTRIES = List.of("VN", "vn", "TH", "LA");
    private static final List<String> NUMBERS = List.of("0", "0.0", "1", "1.00", "1e1", "10", "-3", "2.5", "100");
    private static final List<String> LABELS = List.of("vip", "a::b", "A::c", "x::y::z");
    private static final List<String> SCOPES = List.of("a", "x::y", "x");

    private static final List<String> AMOUNTS = List.of("EUR -3.00", "EUR 1.00", "EUR 1", "EUR 10.5", "USD 1.00");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    private static final List<String> DAYS =
            List.of("2026-05-10", "2026-05-09", "2026-05-01", "2026-05-11", "0001-01-01", "9999-12-31", "1969-12-31");
    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00.5Z");
    private static final List<String> MOMENTS = List.of(
            "2026-05-10T12:00:00.5Z",
            "2026-05-10T12:00:00.500001Z",
            "2026-05-10T00:00:00Z",
            "2026-05-09T12:00:00.5Z",
            "1969-12-31T23:59:59.9Z",
            "9999-12-31T23:59:59.999999Z");
    private static final List<String> INTERESTS = List.of("Tea", "Trà đá", "Coffee");

    /** Rules and values that are tried against each other. */
    record Trial(List<Condition> conditions, List<FieldValues> values) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void decideAlike(@ForAll("trials") Trial trial) {
        List<Rule> rules = IntStream.range(0, trial.conditions.size())
                .mapToObj(i -> Rules.rule("r" + i, trial.conditions.get(i)))
                .toList();
        CompiledRules compiled = new RuleCompiler().compile(1, rules);
        for (FieldValues values : trial.values) {
            List<Rule> expected = rules.stream()
                    .filter(rule -> Evaluation.matches(rule.when(), values))
                    .toList();
            assertThat(compiled.matching(Use.MESSAGE_RECEIVED, values, Set.of()))
                    .as("of %s", values)
                    .isEqualTo(expected);
            note(rules, values, expected);
        }
        Statistics.label("nothing known")
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 20));
        Statistics.label("matching").coverage(coverage -> coverage.check(true).percentage(share -> share >= 30));
        coverEveryOperator();
    }

    private static void note(List<Rule> rules, FieldValues values, List<Rule> matching) {
        FIELDS.forEach(field -> Statistics.label("nothing known").collect(values.of(field) == null));
        rules.forEach(rule -> Statistics.label("matching").collect(matching.contains(rule)));
        rules.forEach(rule -> {
            if (rule.when() instanceof Condition.Test test) {
                Statistics.label("operators").collect(test.field().type(), test.operator(), matching.contains(rule));
            }
        });
    }

    /** Each operator of each type was true and was false. */
    private static void coverEveryOperator() {
        Statistics.label("operators").coverage(coverage -> {
            for (ValueType type : ValueType.values()) {
                for (Operator operator : type.operators()) {
                    coverage.check(type, operator, true).count(count -> count > 0);
                    coverage.check(type, operator, false).count(count -> count > 0);
                }
            }
        });
    }

    @Provide
    Arbitrary<Trial> trials() {
        // Bare tests besides, so that each operator of each type gets its turn.
        return Combinators.combine(
                        conditions(2).list().ofSize(30),
                        tests().list().ofSize(20),
                        values().list().ofSize(40))
                .as((grouped, bare, values) ->
                        new Trial(Stream.concat(grouped.stream(), bare.stream()).toList(), values));
    }

    private static Arbitrary<Condition> conditions(int depth) {
        if (depth == 0) {
            return tests();
        }
        Arbitrary<List<Condition>> below =
                conditions(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(6, tests()),
                // More of those that match more often: the share of matching rules, checked above, is not left to luck.
                Tuple.of(1, below.map(Condition.All::new)),
                Tuple.of(14, below.map(Condition.Any::new)),
                Tuple.of(5, conditions(depth - 1).map(Condition.Not::new)));
    }

    private static Arbitrary<Condition> tests() {
        return Arbitraries.of(FIELDS)
                .flatMap(field -> Arbitraries.of(field.type().operators())
                        .flatMap(operator -> operands(field, operator)
                                .map(operands -> (Condition) new Condition.Test(field, operator, operands))));
    }

    private static Arbitrary<List<Operand>> operands(Field field, Operator operator) {
        Arbitrary<Operand> one = operand(field, operator);
        return switch (operator.arity()) {
            case NONE -> Arbitraries.just(List.of());
            case ONE -> one.list().ofSize(1);
            case SEVERAL -> one.list().ofMinSize(1).ofMaxSize(5);
            case RANGE ->
                one.list()
                        .ofSize(2)
                        .filter(BackendsAgreePropertyTest::isOfOneCurrency)
                        .map(range -> sorted(field.type(), range));
        };
    }

    private static List<Operand> sorted(ValueType type, List<Operand> range) {
        return range.stream()
                .sorted(Comparator.comparing(operand -> operand.measure(type)))
                .toList();
    }

    /** As the reader sees to. */
    private static boolean isOfOneCurrency(List<Operand> range) {
        return range.stream()
                        .filter(Operand.Amount.class::isInstance)
                        .map(operand -> ((Operand.Amount) operand).money().currency())
                        .distinct()
                        .count()
                < 2;
    }

    private static Arbitrary<Operand> span(Field field) {
        List<Span> spans = field.type() == ValueType.DATE
                ? List.of(new Span(1, Span.Unit.DAY), new Span(2, Span.Unit.WEEK), new Span(99_999, Span.Unit.DAY))
                : List.of(new Span(1, Span.Unit.MINUTE), new Span(24, Span.Unit.HOUR), new Span(99_999, Span.Unit.DAY));
        return Arbitraries.of(spans).map(Operand.Length::new);
    }

    private static Money money(String text) {
        return new Money(text.substring(4), text.substring(0, 3));
    }

    private static Arbitrary<Operand> operand(Field field, Operator operator) {
        return switch (field.type()) {
            case TEXT ->
                Arbitraries.of(operator == Operator.CONTAINS_WORD ? List.of("a", "b", "A b", "null") : TEXTS)
                        .map(Operand.Text::new);
            case CHOICE -> Arbitraries.of(COUNTRIES).map(Operand.Text::new);
            case NUMBER -> Arbitraries.of(NUMBERS).map(text -> new Operand.Number(new BigDecimal(text)));
            case CURRENCY -> Arbitraries.of(AMOUNTS).map(text -> new Operand.Amount(money(text)));
            case DATE, DATE_TIME -> operator == Operator.IN_THE_LAST ? span(field) : time(field);
            case CHOICES -> Arbitraries.of(INTERESTS).map(Operand.Text::new);
            case BOOLEAN -> Arbitraries.of(true, false).map(Operand.Flag::new);
            case LABELS ->
                operator == Operator.HAS_SCOPE
                        ? Arbitraries.of(SCOPES).map(Operand.Text::new)
                        : Arbitraries.of(LABELS).map(name -> new Operand.Label(label(name)));
        };
    }

    private static Arbitrary<Operand> time(Field field) {
        return field.type() == ValueType.DATE
                ? Arbitraries.of(DAYS).map(text -> new Operand.Day(LocalDate.parse(text)))
                : Arbitraries.of(MOMENTS).map(text -> new Operand.Moment(Instant.parse(text)));
    }

    private static Arbitrary<FieldValues> values() {
        Arbitrary<Map<String, FieldValue>> none = Arbitraries.create(HashMap::new);
        return FIELDS.stream()
                .reduce(none, BackendsAgreePropertyTest::with, (a, b) -> a)
                .map(FieldValues::new);
    }

    private static Arbitrary<Map<String, FieldValue>> with(Arbitrary<Map<String, FieldValue>> map, Field field) {
        return Combinators.combine(map, value(field).injectNull(0.3)).as((values, value) -> {
            Map<String, FieldValue> more = new HashMap<>(values);
            more.put(field.token(), value);
            return more;
        });
    }

    private static Arbitrary<FieldValue> value(Field field) {
        return switch (field.type()) {
            case TEXT -> Arbitraries.of(TEXTS).map(FieldValue::text);
            case CHOICE -> Arbitraries.of(COUNTRIES).map(FieldValue::text);
            case NUMBER -> Arbitraries.of(NUMBERS).map(text -> FieldValue.number(new BigDecimal(text)));
            case CURRENCY -> Arbitraries.of(AMOUNTS).map(text -> FieldValue.amount(money(text)));
            case DATE -> Arbitraries.of(DAYS).map(text -> FieldValue.day(LocalDate.parse(text), TODAY));
            case DATE_TIME -> Arbitraries.of(MOMENTS).map(text -> FieldValue.moment(Instant.parse(text), NOW));
            case CHOICES -> Arbitraries.of(INTERESTS).set().ofMaxSize(3).map(FieldValue::choices);
            case BOOLEAN -> Arbitraries.of(true, false).map(FieldValue::flag);
            case LABELS ->
                Arbitraries.of(LABELS)
                        .set()
                        .ofMaxSize(3)
                        .map(names -> FieldValue.labels(names.stream()
                                .collect(Collectors.toMap(BackendsAgreePropertyTest::label, name -> name))));
        };
    }

    private static LabelId label(String name) {
        return new LabelId(UUID.nameUUIDFromBytes(name.getBytes()));
    }
}
