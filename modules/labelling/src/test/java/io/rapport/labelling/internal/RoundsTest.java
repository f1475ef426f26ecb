package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void everyRoundHasEachKeyOnceAndKeepsTheOrderOfEach() {
        List<String> all = List.of("a1", "b1", "a2", "c1", "a3", "b2");

        assertThat(Rounds.of(all, one -> one.charAt(0)))
                .containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void nothingMakesNoRound() {
        assertThat(Rounds.of(List.of(), Function.identity())).isEmpty();
    }
}
