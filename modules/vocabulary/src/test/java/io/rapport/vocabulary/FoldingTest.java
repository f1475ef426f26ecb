package io.rapport.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Folding")
class FoldingTest {

    @ParameterizedTest(name = "{0} compares as {1}")
    @CsvSource({
        "Refund, refund",
        "Đà Nẵng, da nang",
        "HOÀN TIỀN, hoan tien",
        "Straße, strasse",
        "STRAẞE, strasse",
        "İstanbul, istanbul",
        "ISPARTA, isparta",
        "ısparta, isparta",
        "Ærø, aero",
        "ﬁne, fine",
        "ＲＥＦＵＮＤ, refund",
        "ΟΔΟΣ, οδοσ",
        "οδός, οδοσ",
        "Łódź, lodz",
        "Ёлка, елка",
        "re\u00ADfund, refund",
        "zero\u200Bwidth, zerowidth",
        "non\u00A0breaking, non breaking"
    })
    void takesOffCaseAndAccents(String typed, String folded) {
        assertThat(Folding.fold(typed)).isEqualTo(folded);
    }

    @Test
    void keepsMarksThatMakeOtherLetters() {
        assertThat(Folding.fold("ม้า")).as("horse, not come").isNotEqualTo(Folding.fold("มา"));
        assertThat(Folding.fold("が")).as("ga, not ka").isEqualTo("が").isNotEqualTo(Folding.fold("か"));
        assertThat(Folding.fold("한국")).isEqualTo("한국");
        assertThat(Folding.fold("कि")).isNotEqualTo(Folding.fold("क"));
    }

    @Test
    void composedAndDecomposedAreTheSame() {
        assertThat(Folding.fold("e\u0302\u0323"))
                .isEqualTo(Folding.fold("\u1EC7"))
                .isEqualTo("e");
    }

    @Test
    void foldingTwiceChangesNothingForEveryCharacter() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isDefined)
                        .mapToObj(Character::toString)
                        .filter(text -> !Folding.fold(Folding.fold(text)).equals(Folding.fold(text)))
                        .map(text -> "U+%04X".formatted(text.codePointAt(0))))
                .isEmpty();
    }

    @Test
    void caseNeverMattersForLetters() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(Character::isLetter)
                        .mapToObj(Character::toString)
                        // The Greek iota below a letter is an accent; in upper case it stands beside it.
                        .filter(letter -> !Normalizer.normalize(letter, Normalizer.Form.NFD)
                                .contains("\u0345"))
                        .filter(letter ->
                                !Folding.fold(letter.toUpperCase(Locale.ROOT)).equals(Folding.fold(letter)))
                        .map(text -> "U+%04X".formatted(text.codePointAt(0))))
                .isEmpty();
    }

    @Test
    void wordsStandBetweenSpaces() {
        assertThat(Folding.words("i want: a (refund)!")).isEqualTo(" i want a refund ");
        assertThat(Folding.words("?!")).isEqualTo(" ");
        assertThat(Folding.words(null)).isNull();
    }
}
