package io.rapport.vocabulary;

import io.rapport.attributes.Money;
import io.rapport.attributes.TypedValues;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what amounts, days and moments are compared with. */
final class MeasureReader {

    private static final Set<String> MEMBERS = Set.of("amount", "currency");

    private MeasureReader() {}

    static Operand amount(JsonValue json, String path, Findings findings) {
        Optional<Money> money = json instanceof JsonObject object ? money(object) : text(json, TypedValues::money);
        return money.filter(known -> Decimals.isWritable(Operand.Amount.number(known)))
                .<Operand>map(Operand.Amount::new)
                .orElseGet(() -> findings.refuse(path, "must be an amount with its currency such as EUR 12.50"));
    }

    static Operand day(JsonValue json, String path, Findings findings) {
        return text(json, TypedValues::day)
                .<Operand>map(Operand.Day::new)
                .orElseGet(() -> findings.refuse(path, "must be a date such as 2026-05-01"));
    }

    static Operand moment(JsonValue json, String path, Findings findings) {
        return text(json, TypedValues::moment)
                .<Operand>map(Operand.Moment::new)
                .orElseGet(() ->
                        findings.refuse(path, "must be a time with its offset such as 2026-05-01T12:00:00+07:00"));
    }

    /** A span; of whole days for days, since a day has no hours. */
    static Operand span(JsonValue json, String path, ValueType type, Findings findings) {
        boolean ofDays = type == ValueType.DATE;
        return text(json, Span::read)
                .filter(span -> !ofDays || span.unit().isOfDays())
                .<Operand>map(Operand.Length::new)
                .orElseGet(() -> findings.refuse(
                        path,
                        ofDays ? "must be days or weeks such as P30D or P2W" : "must be a length such as P30D, PT12H"));
    }

    private static Optional<Money> money(JsonObject object) {
        if (!object.keySet().equals(MEMBERS) || !(object.get("currency") instanceof JsonString currency)) {
            return Optional.empty();
        }
        JsonValue amount = object.get("amount");
        String number = amount instanceof JsonString text
                ? text.getString()
                : amount instanceof JsonNumber plain ? plain.toString() : "";
        return TypedValues.money(currency.getString() + " " + number);
    }

    private static <T> Optional<T> text(JsonValue json, Function<String, Optional<T>> reading) {
        return json instanceof JsonString string ? reading.apply(string.getString()) : Optional.empty();
    }
}
