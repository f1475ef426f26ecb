package io.rapport.attributes.internal;

import io.rapport.attributes.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes money of {@code EUR 12.50}, {@code 12.50 EUR} and {@code {"amount": "12.50", "currency": "EUR"}}. */
public final class Amounts {

    /** Currencies of ISO 4217, those that are no more included: old invoices name them. */
    private static final Map<String, Currency> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private static final Set<String> MEMBERS = Set.of("amount", "currency");
    private static final Pattern CURRENCY_FIRST = Pattern.compile("([a-zA-Z]{3})\\s*(\\S+)");
    private static final Pattern AMOUNT_FIRST = Pattern.compile("(\\S+?)\\s*([a-zA-Z]{3})");

    private Amounts() {}

    /** Money; raw is text, Money or a map of JSON. */
    public static Parsed parse(Object raw) {
        if (raw instanceof Money money) {
            return money(money.amount(), money.currency());
        }
        if (raw instanceof Map<?, ?> members) {
            return members.keySet().equals(MEMBERS)
                    ? money(members.get("amount"), members.get("currency"))
                    : Parsed.refused("must have amount and currency, and nothing else");
        }
        return raw instanceof String text ? written(text.strip()) : none();
    }

    private static Parsed written(String text) {
        Matcher first = CURRENCY_FIRST.matcher(text);
        if (first.matches()) {
            return money(first.group(2), first.group(1));
        }
        Matcher last = AMOUNT_FIRST.matcher(text);
        return last.matches() ? money(last.group(1), last.group(2)) : none();
    }

    private static Parsed money(Object amount, Object code) {
        if (!(amount instanceof String || amount instanceof Number) || !(code instanceof String letters)) {
            return none();
        }
        Currency currency = CURRENCIES.get(letters.toUpperCase(Locale.ROOT));
        if (currency == null) {
            return Parsed.refused("must have a currency of ISO 4217 such as EUR");
        }
        Parsed number = Numbers.parse(Numbers.plain(amount).strip());
        return number.fault() == null
                ? Parsed.as(new Money(amount((BigDecimal) number.value(), currency), currency.getCurrencyCode()))
                : Parsed.refused("has an amount that " + number.fault());
    }

    /** One shape for equal amounts: the currency's own decimals at least. */
    private static String amount(BigDecimal number, Currency currency) {
        int decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        return number.setScale(Math.max(number.scale(), decimals)).toPlainString();
    }

    private static Parsed none() {
        return Parsed.refused("must be an amount with its currency such as EUR 12.50");
    }
}
