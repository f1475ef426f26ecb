package io.rapport.labelling.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Splits what comes in one order per key into rounds in which every key occurs once at most. */
final class Rounds {

    private Rounds() {}

    /** The first of each key, then the second of each, and so on; empty for nothing. */
    static <T, K> List<List<T>> of(List<T> all, Function<T, K> key) {
        Map<K, Integer> seen = new HashMap<>();
        List<List<T>> rounds = new ArrayList<>();
        for (T one : all) {
            int round = seen.merge(key.apply(one), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(one);
        }
        return rounds;
    }
}
