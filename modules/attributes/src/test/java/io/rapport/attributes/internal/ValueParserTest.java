package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueParserTest {

    @Test
    void textKeepsLinesAndLosesTheSpaceAroundIt() {
        assertThat(parse(AttributeType.TEXT, " one\r\ntwo ").value()).isEqualTo("one\ntwo");
        assertThat(parse(AttributeType.TEXT, new BigDecimal("1E+3")).value()).isEqualTo("1000");
        assertThat(parse(AttributeType.TEXT, true).value()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "half\ud83d", "\udc00half", "bell\u0007"})
    void textThatCannotBeKeptIsRefused(String text) {
        for (AttributeType type : AttributeType.values()) {
            assertThat(parse(type, text).fault()).isNotNull();
        }
    }

    @Test
    void tenKilobytesAreTheMost() {
        assertThat(parse(AttributeType.TEXT, "ế".repeat(3_413)).fault()).isNull();
        assertThat(parse(AttributeType.TEXT, "ế".repeat(3_414)).fault()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-0.50,-0.5", "+7,7", "1e3,1000", "1.5E-3,0.0015", "0.00,0", ".5,0.5", "' 42 ',42"})
    void numbersAreReadFromDecimalText(String text, BigDecimal number) {
        assertThat(parse(AttributeType.NUMBER, text).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "12 345", "0x1F", "NaN", "Infinity", "1e99", "1e-99", "1e999999999", "-", "٣"})
    void whatIsNoNumberOrASillyOneIsRefused(String text) {
        assertThat(parse(AttributeType.NUMBER, text).fault()).isNotNull();
    }

    @Test
    void numbersOfJsonAreTakenButNoTruthAndNothingEndless() {
        assertThat(parse(AttributeType.NUMBER, 7).value()).isEqualTo(new BigDecimal("7"));
        assertThat(parse(AttributeType.NUMBER, 2.5d).value()).isEqualTo(new BigDecimal("2.5"));
        assertThat(parse(AttributeType.NUMBER, Double.NaN).fault()).isNotNull();
        assertThat(parse(AttributeType.NUMBER, true).fault()).isNotNull();
        assertThat(parse(AttributeType.NUMBER, new BigDecimal("1E+2000000000")).fault())
                .isNotNull();
    }

    @Property
    void anyMoneyAmountIsKeptExactly(
            @ForAll @BigRange(min = "-1000000000000", max = "1000000000000") @Scale(4) BigDecimal amount) {
        assertThat((BigDecimal)
                        parse(AttributeType.NUMBER, amount.toPlainString()).value())
                .isEqualByComparingTo(amount);
    }

    @Test
    void aListTakesItsOptionsOnly() {
        assertThat(parse(AttributeType.LIST, " Huê\u0301 ".trim()).value()).isEqualTo("Huế");
        assertThat(parse(AttributeType.LIST, " Pro ").value()).isEqualTo("Pro");
        assertThat(parse(AttributeType.LIST, "pro").fault()).isEqualTo("must be one of the options");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "Yes,true", "on,true", "false,false", "NO,false", "off,false"})
    void truthIsReadAsFormsAndJsonSayIt(String text, boolean truth) {
        assertThat(parse(AttributeType.BOOLEAN, text).value()).isEqualTo(truth);
        assertThat(parse(AttributeType.BOOLEAN, truth).value()).isEqualTo(truth);
    }

    @Test
    void whatIsNeitherTrueNorFalseIsRefused() {
        assertThat(parse(AttributeType.BOOLEAN, "maybe").fault()).isNotNull();
        assertThat(parse(AttributeType.BOOLEAN, 1).fault()).isNotNull();
    }

    @Test
    void anAddressIsKeptAsTyped() {
        assertThat(parse(AttributeType.EMAIL, " Mai.Nguyen@Example.COM ").value())
                .isEqualTo("Mai.Nguyen@Example.COM");
        for (String bad : List.of("mai", "mai@", "@example.com", "a b@example.com", "a@b@c", "a@" + "b".repeat(260))) {
            assertThat(parse(AttributeType.EMAIL, bad).fault()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0905 123 456,VN,+84905123456",
        "+84 (905) 123-456,,+84905123456",
        "(202) 555-0143,us,+12025550143",
        "0905123456,vn,+84905123456"
    })
    void aPhoneNumberBecomesE164(String typed, String region, String number) {
        Parsed parsed = ValueParser.parse(definition(AttributeType.PHONE), typed, region);

        assertThat(parsed).isEqualTo(Parsed.as(number));
    }

    @ParameterizedTest
    @CsvSource({"0905 123 456,", "12,VN", "1800-CALL-MAI 7,VN", "+84 905 123 456 ext. 7,VN", "0905 123 456,XX"})
    void aPhoneNumberThatIsNoneStaysAsTypedAndIsMarked(String typed, String region) {
        assertThat(ValueParser.parse(definition(AttributeType.PHONE), typed, region))
                .isEqualTo(Parsed.asTyped(typed));
    }

    @Test
    void aPhoneNumberWithoutDigitsOrTooLongIsRefused() {
        assertThat(parse(AttributeType.PHONE, "call me").fault()).isNotNull();
        assertThat(parse(AttributeType.PHONE, "0".repeat(41)).fault()).isNotNull();
        assertThat(parse(AttributeType.PHONE, "0905\n123456").fault()).isNotNull();
    }

    @Test
    void theNameOfAContactIsOneLineOfAtMost255Characters() {
        AttributeDefinition name = BuiltIns.find(Subject.Kind.CONTACT, "name").orElseThrow();

        assertThat(ValueParser.parse(name, "ế".repeat(255), null).fault()).isNull();
        assertThat(ValueParser.parse(name, "e".repeat(256), null).fault()).isNotNull();
        assertThat(ValueParser.parse(name, "two\nlines", null).fault()).isNotNull();
    }

    @Test
    void whatIsNoScalarIsRefused() {
        assertThat(parse(AttributeType.TEXT, List.of("a")).fault()).isNotNull();
        assertThat(parse(AttributeType.TEXT, Map.of("a", 1)).fault()).isNotNull();
    }

    @Property
    void anyTextEndsInAValueOfTheTypeOrInAReason(@ForAll("anything") String text, @ForAll AttributeType type) {
        Parsed parsed = parse(type, text);

        assertThat(parsed.fault() == null).isEqualTo(parsed.value() != null);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMinLength(1).ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("0123456789+-.eE ()")
                        .ofMinLength(1)
                        .ofMaxLength(50));
    }

    private static Parsed parse(AttributeType type, Object raw) {
        return ValueParser.parse(definition(type), raw, "VN");
    }

    private static AttributeDefinition definition(AttributeType type) {
        List<String> options = type == AttributeType.LIST ? List.of("Free", "Pro", "Huế") : List.of();
        return new AttributeDefinition(
                TimeOrderedId.next(), Subject.Kind.CONTACT, "any", "Any", "", type, options, "", 0, true);
    }
}
