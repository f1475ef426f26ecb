package io.rapport.labelling.internal;

import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an occasion goes by.
 *
 * @param values by token; null where nothing is known
 * @param pending the tokens of fields that a provider still owes
 */
record Facts(Map<String, FieldValue> values, Set<String> pending) {

    /** Kept with every occasion, whether rules read them or not: what it began with. */
    private static final Set<String> ALWAYS = Set.of("conversation.labels", "contact.labels");

    /** The facts of a new occasion. */
    static Facts of(Situation situation, Set<String> reads, LabelCatalogue labels) {
        return new Facts(Map.of(), Set.of()).refreshed(situation, reads, labels, false);
    }

    /**
     * These facts, with what is not settled taken from the situation of today: fields that were pending, and fields that
     * nobody read then. The message's text is never kept, so it is always taken anew.
     *
     * @param givenUp whether fields still pending count as not known from now on
     */
    Facts refreshed(Situation situation, Set<String> reads, LabelCatalogue labels, boolean givenUp) {
        SituationFields fields = new SituationFields(situation, labels);
        Map<String, FieldValue> all = new LinkedHashMap<>(values);
        Set<String> owed = new LinkedHashSet<>();
        Stream.concat(ALWAYS.stream(), reads.stream())
                .distinct()
                .filter(token -> !isSettled(token))
                .forEach(token -> {
                    all.put(token, fields.value(token));
                    if (!givenUp && PendingFields.isPending(token, situation)) {
                        owed.add(token);
                    }
                });
        return new Facts(all, owed);
    }

    FieldValues fieldValues() {
        return new FieldValues(values);
    }

    private boolean isSettled(String token) {
        return values.containsKey(token) && !pending.contains(token) && !token.equals(Field.MESSAGE_TEXT);
    }
}
