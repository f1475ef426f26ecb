package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jdbi.v3.core.Jdbi;

/** What was kept is shown in the attribute's type, and says the same when it comes back as JSON or as text. */
class KeptValuesPropertyTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final List<String> OPTIONS = List.of("Free", "Pro, yearly", "Huế", "\"a\"");
    private static final Map<AttributeType, Class<?>> SHOWN_AS = Map.ofEntries(
            Map.entry(AttributeType.TEXT, String.class),
            Map.entry(AttributeType.NUMBER, BigDecimal.class),
            Map.entry(AttributeType.CURRENCY, Money.class),
            Map.entry(AttributeType.PERCENT, BigDecimal.class),
            Map.entry(AttributeType.DATE, LocalDate.class),
            Map.entry(AttributeType.DATE_TIME, Instant.class),
            Map.entry(AttributeType.BOOLEAN, Boolean.class),
            Map.entry(AttributeType.LIST, String.class),
            Map.entry(AttributeType.MULTI_LIST, List.class),
            Map.entry(AttributeType.LINK, String.class),
            Map.entry(AttributeType.EMAIL, String.class),
            Map.entry(AttributeType.PHONE, String.class));

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final Jsonb json = JsonbBuilder.create();
    private final AttributeValues values = new AttributeValues(
            jdbi, definitions(), Clock.fixed(NOON, ZoneOffset.UTC), "contacts", Subject.Kind.CONTACT);

    /** A value as a source writes it. */
    record Written(AttributeType type, Object raw) {}

    @Property(tries = 100)
    void comesBackAsItWasKept(@ForAll("written") Written written) {
        UUID contact = TimeOrderedId.next();
        String key = written.type().token();

        assertThat(offer(contact, NOON, key, written.raw()).refused()).isEmpty();
        Object shown = shown(contact);
        assertThat(shown).isInstanceOf(SHOWN_AS.get(written.type()));

        Object fromJson =
                json.fromJson(json.toJson(Map.of("value", shown)), Map.class).get("value");
        assertThat(offer(contact, NOON.plusSeconds(1), key, fromJson).changedKeys())
                .isEmpty();
        assertThat(offer(contact, NOON.plusSeconds(2), key, TypedValues.textOf(shown))
                        .changedKeys())
                .isEmpty();
        assertThat(shown(contact)).isEqualTo(shown);
    }

    @Provide
    Arbitrary<Written> written() {
        return Arbitraries.of(AttributeType.class).flatMap(type -> raw(type).map(raw -> new Written(type, raw)));
    }

    private static Arbitrary<?> raw(AttributeType type) {
        return switch (type) {
            case TEXT ->
                Arbitraries.strings()
                        .withChars("aBế \n\t1,\"\\{}[]")
                        .ofMinLength(1)
                        .map(text -> "x" + text);
            case NUMBER -> number();
            case PERCENT -> Arbitraries.oneOf(number(), number().map(number -> number.toPlainString() + " %"));
            case CURRENCY -> money();
            case DATE -> day().map(LocalDate::toString);
            case DATE_TIME -> moment();
            case BOOLEAN -> Arbitraries.of(true, false, "yes", "off");
            case LIST -> Arbitraries.of(OPTIONS);
            case MULTI_LIST -> Arbitraries.of(OPTIONS).list().ofMinSize(1).ofMaxSize(6);
            case LINK ->
                Arbitraries.of(
                        "https://shop.example/a?b=c#d",
                        "HTTP://h",
                        "mailto:mai@shop.example",
                        "https://bücher.example/ế");
            case EMAIL -> Arbitraries.of("mai@shop.example", "Mai.N@Shop.example");
            case PHONE -> Arbitraries.of("0905 123 456", "+84905123456", "12");
        };
    }

    private static Arbitrary<BigDecimal> number() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
                .ofScale(6);
    }

    private static Arbitrary<Object> money() {
        return Combinators.combine(number(), Arbitraries.of("EUR", "JPY", "BHD", "vnd"), Arbitraries.of(0, 1, 2, 3))
                .as((amount, currency, form) -> switch (form) {
                    case 0 -> Map.of("amount", amount, "currency", currency);
                    case 1 -> Map.of("amount", amount.toPlainString(), "currency", currency);
                    case 2 -> currency + " " + amount.toPlainString();
                    default -> amount.toPlainString() + currency;
                });
    }

    private static Arbitrary<LocalDate> day() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 2).toEpochDay(),
                        LocalDate.of(9999, 12, 30).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<String> moment() {
        return Combinators.combine(
                        day(),
                        Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()),
                        Arbitraries.integers().between(-18 * 60, 18 * 60))
                .as((day, nanos, minutes) -> OffsetDateTime.of(
                                day, LocalTime.ofNanoOfDay(nanos), ZoneOffset.ofTotalSeconds(minutes * 60))
                        .toString());
    }

    private static FixedDefinitions definitions() {
        FixedDefinitions definitions = new FixedDefinitions();
        Arrays.stream(AttributeType.values())
                .forEach(type -> definitions.with(
                        type.token(), type, type.hasOptions() ? OPTIONS.toArray(String[]::new) : new String[0]));
        return definitions;
    }

    private Saved offer(UUID contact, Instant at, String key, Object raw) {
        return jdbi.inTransaction(handle -> values.offer(
                contact, Source.API, "api", Actor.system(), at, "VN", List.of(ProposedValue.of(key, raw))));
    }

    private Object shown(UUID contact) {
        return values.of(contact).get(0).value();
    }
}
