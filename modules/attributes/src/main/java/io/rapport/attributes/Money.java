package io.rapport.attributes;

import java.util.Objects;

/**
 * An amount in a currency.
 *
 * @param amount a decimal number without an exponent, with at least as many decimals as the currency has: {@code 12.50}
 * @param currency three capital letters (ISO 4217)
 */
public record Money(String amount, String currency) {

    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    /** As text: {@code EUR 12.50}. */
    @Override
    public String toString() {
        return currency + " " + amount;
    }
}
