package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Money;
import io.rapport.attributes.Privacy;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    @ParameterizedTest
    @CsvSource({
        "EUR 12.5,12.50,EUR",
        "12.5 eur,12.50,EUR",
        "EUR12.345,12.345,EUR",
        "JPY 1e3,1000,JPY",
        "-0.1 BHD,-0.100,BHD",
        "DEM 5,5.00,DEM"
    })
    void moneyHasAnAmountAndACurrency(String text, String amount, String currency) {
        assertThat(parse(AttributeType.CURRENCY, text)).isEqualTo(Parsed.as(new Money(amount, currency)));
        assertThat(parse(AttributeType.CURRENCY, Map.of("amount", amount, "currency", currency)))
                .isEqualTo(Parsed.as(new Money(amount, currency)));
    }

    @Test
    void moneyWithoutAKnownCurrencyOrAnAmountIsRefused() {
        assertThat(parse(AttributeType.CURRENCY, "EEE 5").fault())
                .isEqualTo("must have a currency of ISO 4217 such as EUR");
        assertThat(parse(AttributeType.CURRENCY, "EUR 1,5").fault())
                .isEqualTo("has an amount that must be a number such as 1234.5");
        for (Object none :
                List.of("12.50", "EUR", 5, true, List.of("EUR", "5"), Map.of("amount", true, "currency", "EUR"))) {
            assertThat(parse(AttributeType.CURRENCY, none).fault())
                    .isEqualTo("must be an amount with its currency such as EUR 12.50");
        }
        assertThat(parse(AttributeType.CURRENCY, Map.of("amount", 5)).fault())
                .isEqualTo("must have amount and currency, and nothing else");
        Map<String, Object> withNull = new HashMap<>(Map.of("amount", 5));
        withNull.put("currency", null);
        assertThat(parse(AttributeType.CURRENCY, withNull).fault()).isNotNull();
        assertThat(parse(AttributeType.CURRENCY, Map.of("amount", 5, "currency", "EUR", "id", 1))
                        .fault())
                .isEqualTo("must have amount and currency, and nothing else");
    }

    @ParameterizedTest
    @CsvSource({"12.5,12.5", "12.5 %,12.5", "-100%,-100", "0%,0"})
    void perCentMayHaveItsSign(String text, BigDecimal number) {
        assertThat(parse(AttributeType.PERCENT, text).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "12,5 %", "5 %%", "half"})
    void whatIsNoPerCentIsRefused(String text) {
        assertThat(parse(AttributeType.PERCENT, text).fault()).isEqualTo("must be a per cent number such as 12.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-2-1",
                "01/05/2026",
                "0000-01-01",
                "+12026-01-01",
                "2026-05-01T00:00:00Z",
                "٢٠٢٦-٠٥-٠١"
            })
    void whatIsNoDayOfTheCalendarIsRefused(String text) {
        assertThat(parse(AttributeType.DATE, text).fault()).isEqualTo("must be a date such as 2026-05-01");
    }

    @Test
    void aDayIsKeptAsItIs() {
        assertThat(parse(AttributeType.DATE, " 2024-02-29 ").value()).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T12:00:00+07:00,2026-05-01T05:00:00Z",
        "2026-05-01T12:00Z,2026-05-01T12:00:00Z",
        "2026-05-01T12:00:00.123456789Z,2026-05-01T12:00:00.123456Z"
    })
    void aMomentIsKeptInUtc(String text, String utc) {
        assertThat(parse(AttributeType.DATE_TIME, text).value()).isEqualTo(utc);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-01", "2026-05-01T12:00:00", "2026-05-01T25:00:00Z", "0001-01-01T00:00:00+18:00", "now"})
    void aMomentWithoutItsOffsetIsRefused(String text) {
        assertThat(parse(AttributeType.DATE_TIME, text).fault())
                .isEqualTo("must be a time with its offset such as 2026-05-01T12:00:00+07:00");
    }

    @Test
    void aMultipleListTakesSomeOfItsOptionsEachOnceAndInOrder() {
        assertThat(parse(AttributeType.MULTI_LIST, List.of("Pro", " Free ", "Pro"))
                        .value())
                .isEqualTo(List.of("Free", "Pro"));
        assertThat(parse(AttributeType.MULTI_LIST, "Hue\u0302\u0301\n\nFree").value())
                .isEqualTo(List.of("Free", "Huế"));
        for (Object none : List.of(
                "Gold", List.of("Free", "Gold"), List.of(1), List.of(List.of("Free")), 5, Map.of("Free", true))) {
            assertThat(parse(AttributeType.MULTI_LIST, none).fault()).isEqualTo("must be a list of the options");
        }
    }

    @Test
    void aMultipleListOfNothingIsEmpty() {
        assertThat(ValueParser.isEmpty(List.of())).isTrue();
        assertThat(ValueParser.isEmpty(List.of("Free"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/a?b=1#c",
                "http://localhost:8080",
                "HTTPS://shop.example",
                "mailto:mai@shop.example?subject=hi"
            })
    void linksThatLeadToPagesAndMailAreKeptAsTyped(String text) {
        assertThat(parse(AttributeType.LINK, text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScRiPt:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "file:///etc/passwd",
                "//shop.example",
                "shop.example",
                "https:",
                "https:///path",
                "https://bank.example@evil.example",
                "https://a b",
                "mailto:",
                "mailto:nobody",
                "vbscript:x",
                "https://x/\u0000"
            })
    void everythingElseIsNoLink(String text) {
        assertThat(parse(AttributeType.LINK, text).fault()).isNotNull();
    }

    @Test
    void aTextWithAPatternMatchesItAsAWhole() {
        AttributeDefinition order = withPattern("[A-Z]{2}-\\d+");

        assertThat(ValueParser.parse(order, " AB-12 ", null).value()).isEqualTo("AB-12");
        assertThat(ValueParser.parse(order, "xAB-12", null).fault()).isEqualTo("must match the pattern [A-Z]{2}-\\d+");
        assertThat(ValueParser.parse(order, "AB-12\nAB-13", null).fault()).isNotNull();
    }

    @Test
    @Timeout(5)
    void aPatternBuiltToBacktrackForEverIsHarmless() {
        String evil = "(a+)+$|(x+x+)+y";
        assertThat(TextPattern.faultOf(evil)).isEmpty();

        long began = System.nanoTime();
        assertThat(ValueParser.parse(withPattern(evil), "a".repeat(10_000) + "!", null)
                        .fault())
                .isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "(?=a)b",
                "(a)\\1",
                "a{2000}",
                "((((((a{1000}){1000}){1000}){1000}){1000}){1000})",
                "(a{100}){99}",
                "(?:a{10}){10}{10}{10}{10}"
            })
    void patternsThatAreNoneOrTooLargeAreRefused(String pattern) {
        assertThat(TextPattern.faultOf(pattern)).isPresent();
    }

    @Test
    void aPatternHasAtMostTwoHundredCharacters() {
        assertThat(TextPattern.faultOf("a".repeat(200))).isEmpty();
        assertThat(TextPattern.faultOf("a".repeat(201))).isPresent();
    }

    private static Parsed parse(AttributeType type, Object raw) {
        return ValueParser.parse(definition(type, null), raw, "VN");
    }

    private static AttributeDefinition withPattern(String pattern) {
        return definition(AttributeType.TEXT, pattern);
    }

    private static AttributeDefinition definition(AttributeType type, String pattern) {
        List<String> options = type.hasOptions() ? List.of("Free", "Pro", "Huế") : List.of();
        return new AttributeDefinition(
                TimeOrderedId.next(),
                Subject.Kind.CONTACT,
                "any",
                "Any",
                "",
                type,
                options,
                "",
                0,
                true,
                pattern,
                Set.of(),
                false,
                Privacy.ORDINARY,
                null,
                1);
    }
}
