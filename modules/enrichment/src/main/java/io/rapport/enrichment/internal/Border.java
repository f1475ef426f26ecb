package io.rapport.enrichment.internal;

import io.rapport.spi.Declaration;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.SessionField;
import io.rapport.spi.Subject;
import io.rapport.spi.Supply;
import io.rapport.spi.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a plugin's answer is checked against its declaration; runs on the plugin's own thread. */
final class Border {

    /** What came over: the values, and why others did not. */
    record Passed(List<FoundValue> values, List<String> refusals) {}

    private final Declaration declaration;
    private final Request request;
    private final Instant now;

    Border(Declaration declaration, Request request, Instant now) {
        this.declaration = declaration;
        this.request = request;
        this.now = now;
    }

    Passed pass(Supply supply) throws PluginFailure {
        if (supply == null) {
            throw new PluginFailure("It answered null; Supply.none() says that nothing is known.");
        }
        Map<String, FoundValue> values = new LinkedHashMap<>();
        List<String> refusals = new ArrayList<>();
        for (Value value : supply.values()) {
            if (request.wanted().contains(value.subject())) {
                try {
                    values.put(value.subject() + " " + value.key(), pass(value));
                } catch (IllegalArgumentException refused) {
                    refusals.add("Its value of '" + value.key() + "' was left out: " + refused.getMessage());
                }
            }
        }
        return new Passed(List.copyOf(values.values()), List.copyOf(refusals));
    }

    private FoundValue pass(Value value) {
        Instant time = value.time().filter(then -> then.isBefore(now)).orElse(now);
        return new FoundValue(
                value.subject(), value.key(), text(value), value.isEstimated(), isUnverified(value), time);
    }

    private String text(Value value) {
        if (value.subject() == Subject.SESSION) {
            return ValueText.ofSession(field(value.key()), value.content());
        }
        return declaration.attributes().stream()
                .filter(attribute -> attribute.subject() == value.subject())
                .filter(attribute -> attribute.key().equals(value.key()))
                .findFirst()
                .map(attribute -> ValueText.of(attribute.type(), value.content()))
                .orElseThrow(Border::undeclared);
    }

    private SessionField field(String key) {
        return declaration.sessionFields().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(Border::undeclared);
    }

    private static IllegalArgumentException undeclared() {
        return new IllegalArgumentException("it is not declared.");
    }

    /** Unless the plugin says by what it found the value, one unproven identifier is enough to doubt it. */
    private boolean isUnverified(Value value) {
        if (value.isUnverified() || value.subject() == Subject.SESSION) {
            return value.isUnverified();
        }
        return value.foundBy().map(fact -> !request.verified(fact)).orElseGet(this::readsUnprovenIdentifier);
    }

    private boolean readsUnprovenIdentifier() {
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.subject() == Subject.CONTACT)
                .anyMatch(fact -> request.fact(fact).isPresent() && !request.verified(fact));
    }
}
