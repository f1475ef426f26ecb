package io.rapport.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class FoldingPropertyTest {

    @Property
    void foldingTwiceChangesNothing(@ForAll @StringLength(max = 40) String text) {
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    @Property
    void wordsAreRunsOfLettersNumbersAndMarks(@ForAll @StringLength(max = 40) String text) {
        String words = text.replaceAll("[^\\p{L}\\p{N}\\p{M}]+", " ").strip();
        assertThat(Folding.words(text)).isEqualTo(words.isEmpty() ? " " : " " + words + " ");
    }
}
