package io.rapport.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.Money;
import io.rapport.labels.LabelCard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A test of a field")
class EvaluationTest {

    private static final String TOTAL = "conversation.attributes.total";
    private static final String BIRTHDAY = "contact.attributes.birthday";
    private static final String RENEWAL = "contact.attributes.renewal";
    private static final String INTERESTS = "contact.attributes.interests";

    /** field, operator, value, what matches, what narrowly does not. */
    private static final Stream<Arguments> cases() {
        return Stream.of(
                of("message.text", "is", "'Đà Nẵng'", text("da nang"), text("da nang!")),
                of("message.text", "isNot", "'refund'", text("refunds"), text("REFUND")),
                of("message.text", "isOneOf", "['yes','no']", text("No"), text("none")),
                of("message.text", "isNoneOf", "['yes','no']", text("none"), text("Yes")),
                of("message.text", "contains", "'fund'", text("I want a ReFund"), text("fun d")),
                of("message.text", "containsWord", "'credit card'", text("my credit-card!"), text("credit cards")),
                of("message.text", "containsAnyOf", "['a1','b2']", text("xb2x"), text("a2 b1")),
                of("message.text", "startsWith", "'hello'", text("Hélló there"), text("oh hello")),
                of("message.text", "endsWith", "'?'", text("really?"), text("really? ok")),
                of("message.text", "isEmpty", null, null, text(".")),
                of("message.text", "isPresent", null, text("."), text(" \u200B")),
                of("time.weekday", "is", "'Monday'", text("monday"), text("sunday")),
                of("time.weekday", "isNot", "'monday'", text("sunday"), text("monday")),
                of("session.country", "isOneOf", "['vn','TH']", text("VN"), text("LA")),
                of("session.country", "isNoneOf", "['VN','TH']", text("LA"), text("TH")),
                of("session.country", "isEmpty", null, null, text("VN")),
                of("session.country", "isPresent", null, text("VN"), null),
                of("time.hour", "is", "5.0", number("5"), number("5.001")),
                of("time.hour", "isNot", "5", number("6"), number("5.00")),
                of("time.hour", "isOneOf", "[1,100]", number("1e2"), number("10")),
                of("time.hour", "isNoneOf", "[1,100]", number("10"), number("100.0")),
                of("time.hour", "lt", "5", number("4.9"), number("5")),
                of("time.hour", "lte", "5", number("5"), number("5.1")),
                of("time.hour", "gt", "-5", number("-4"), number("-5")),
                of("time.hour", "gte", "5", number("5"), number("4")),
                of("time.hour", "between", "[8,17]", number("17"), number("17.5")),
                of("time.hour", "isEmpty", null, null, number("0")),
                of("time.hour", "isPresent", null, number("0"), null),
                of("contact.verified", "is", "true", FieldValue.flag(true), FieldValue.flag(false)),
                of("contact.verified", "isNot", "true", FieldValue.flag(false), FieldValue.flag(true)),
                of("contact.verified", "isEmpty", null, null, FieldValue.flag(false)),
                of("contact.verified", "isPresent", null, FieldValue.flag(false), null),
                of(TOTAL, "is", "'EUR 5'", amount("5.00", "EUR"), amount("5", "USD")),
                of(TOTAL, "isNot", "'EUR 5'", amount("5", "USD"), amount("5", "EUR")),
                of(TOTAL, "lt", "{'amount':'5','currency':'eur'}", amount("4.99", "EUR"), amount("1", "USD")),
                of(TOTAL, "lte", "{'amount':5,'currency':'EUR'}", amount("5", "EUR"), amount("5.01", "EUR")),
                of(TOTAL, "gt", "'5 EUR'", amount("5.01", "EUR"), amount("500", "VND")),
                of(TOTAL, "gte", "'EUR 5.00'", amount("5", "EUR"), amount("4.99", "EUR")),
                of(TOTAL, "between", "['EUR 1','EUR 5']", amount("5", "EUR"), amount("3", "USD")),
                of(TOTAL, "isEmpty", null, null, amount("0", "EUR")),
                of(TOTAL, "isPresent", null, amount("0", "EUR"), null),
                of(BIRTHDAY, "is", "'2026-05-01'", day("2026-05-01"), day("2026-05-02")),
                of(BIRTHDAY, "isNot", "'2026-05-01'", day("2026-05-02"), day("2026-05-01")),
                of(BIRTHDAY, "before", "'2026-05-01'", day("2026-04-30"), day("2026-05-01")),
                of(BIRTHDAY, "after", "'2026-05-01'", day("2026-05-02"), day("2026-05-01")),
                of(BIRTHDAY, "between", "['2026-05-01','2026-05-02']", day("2026-05-02"), day("2026-05-03")),
                of(BIRTHDAY, "inTheLast", "'P1W'", day("2026-05-03"), day("2026-05-02")),
                of(BIRTHDAY, "inTheLast", "'P7D'", day("2026-05-10"), day("2026-05-11")),
                of(BIRTHDAY, "isEmpty", null, null, day("2026-05-01")),
                of(BIRTHDAY, "isPresent", null, day("2026-05-01"), null),
                of(
                        RENEWAL,
                        "before",
                        "'2026-05-01T07:00:00+07:00'",
                        moment("2026-04-30T23:59:59.999Z"),
                        moment("2026-05-01T00:00:00Z")),
                of(
                        RENEWAL,
                        "after",
                        "'2026-05-01T00:00:00Z'",
                        moment("2026-05-01T00:00:00.000001Z"),
                        moment("2026-05-01T00:00:00Z")),
                of(
                        RENEWAL,
                        "between",
                        "['2026-05-01T00:00:00Z','2026-05-01T00:00:00Z']",
                        moment("2026-05-01T00:00:00Z"),
                        moment("2026-05-01T00:00:01Z")),
                of(RENEWAL, "inTheLast", "'PT12H'", moment("2026-05-10T00:00:00Z"), moment("2026-05-09T23:59:59Z")),
                of(RENEWAL, "inTheLast", "'PT30M'", moment("2026-05-10T12:00:00Z"), moment("2026-05-10T12:00:01Z")),
                of(RENEWAL, "isEmpty", null, null, moment("2026-05-01T00:00:00Z")),
                of(RENEWAL, "isPresent", null, moment("2026-05-01T00:00:00Z"), null),
                of(INTERESTS, "contains", "'tra da'", choices("Tea", "Trà đá"), choices("Tea")),
                of(INTERESTS, "containsAnyOf", "['Coffee','TEA']", choices("Tea"), choices("Trà đá")),
                of(INTERESTS, "isEmpty", null, choices(), choices("Tea")),
                of(INTERESTS, "isPresent", null, choices("Tea"), choices()),
                of(
                        "contact.labels",
                        "hasLabel",
                        "'vip'",
                        labels(Catalogues.VIP, Catalogues.HIGH),
                        labels(Catalogues.HIGH)),
                of("contact.labels", "hasScope", "'Priority'", labels(Catalogues.HIGH), labels(Catalogues.VIP)),
                of("contact.labels", "isEmpty", null, labels(), labels(Catalogues.VIP)),
                of("contact.labels", "isPresent", null, labels(Catalogues.VIP), labels()));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}, not {4}")
    @MethodSource("cases")
    void matchesWhatItSaysAndNotWhatIsNear(
            String field, String operator, String operand, FieldValue match, FieldValue miss) {
        Condition condition = Read.condition(json(field, operator, operand));
        assertThat(Evaluation.matches(condition, values(field, match))).isTrue();
        assertThat(Evaluation.matches(condition, values(field, miss))).isFalse();
        assertThat(Evaluation.matches(new Condition.Not(condition), values(field, match)))
                .isFalse();
    }

    @ParameterizedTest(name = "{0} {1} {2} on nothing")
    @MethodSource("cases")
    void isFalseOnNothingUnlessItIsNegative(
            String field, String operator, String operand, FieldValue match, FieldValue miss) {
        assertThat(Evaluation.matches(Read.condition(json(field, operator, operand)), new FieldValues(Map.of())))
                .isEqualTo(Operator.of(operator).orElseThrow().isNegative());
    }

    @Test
    void isProvedForEveryOperatorOfEveryType() {
        Set<String> proved = cases().map(arguments -> Read.condition(
                        json((String) arguments.get()[0], (String) arguments.get()[1], (String)
                                arguments.get()[2])))
                .flatMap(Condition::tests)
                .map(test -> test.field().type() + " " + test.operator())
                .collect(Collectors.toSet());
        Set<String> all = new HashSet<>();
        Arrays.stream(ValueType.values())
                .forEach(type -> type.operators().forEach(operator -> all.add(type + " " + operator)));
        assertThat(proved).isEqualTo(all);
    }

    @Test
    void groupsHoldAsLogicSays() {
        FieldValues values = values("session.city", text("Huế"));
        String yes = "{'field':'session.city','op':'is','value':'hue'}";
        String no = "{'field':'session.city','op':'is','value':'hanoi'}";
        assertThat(matches("{'all':[" + yes + "," + yes + "]}", values)).isTrue();
        assertThat(matches("{'all':[" + yes + "," + no + "]}", values)).isFalse();
        assertThat(matches("{'any':[" + no + "," + yes + "]}", values)).isTrue();
        assertThat(matches("{'any':[" + no + "," + no + "]}", values)).isFalse();
        assertThat(matches("{'not':{'any':[" + no + "," + no + "]}}", values)).isTrue();
    }

    private static boolean matches(String json, FieldValues values) {
        return Evaluation.matches(Read.condition(json), values);
    }

    private static String json(String field, String operator, String operand) {
        String value = operand == null ? "" : ",'value':" + operand;
        return "{'field':'" + field + "','op':'" + operator + "'" + value + "}";
    }

    private static FieldValues values(String field, FieldValue value) {
        return new FieldValues(Collections.singletonMap(field, value));
    }

    private static Arguments of(String field, String operator, String operand, FieldValue match, FieldValue miss) {
        return Arguments.of(field, operator, operand, match, miss);
    }

    private static FieldValue text(String text) {
        return FieldValue.text(text);
    }

    private static FieldValue number(String number) {
        return FieldValue.number(new BigDecimal(number));
    }

    private static FieldValue amount(String amount, String currency) {
        return FieldValue.amount(new Money(amount, currency));
    }

    private static FieldValue day(String day) {
        return FieldValue.day(LocalDate.parse(day), LocalDate.parse("2026-05-10"));
    }

    private static FieldValue moment(String moment) {
        return FieldValue.moment(Instant.parse(moment), Instant.parse("2026-05-10T12:00:00Z"));
    }

    private static FieldValue choices(String... chosen) {
        return FieldValue.choices(List.of(chosen));
    }

    private static FieldValue labels(LabelCard... labels) {
        return FieldValue.labels(Stream.of(labels).collect(Collectors.toMap(LabelCard::id, LabelCard::name)));
    }
}
