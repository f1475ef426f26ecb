package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no class does, none of the product does; each rule finds a fixture that does it. */
class CodeRulesTest {

    private static final Codebase PRODUCT = Codebase.product();

    private final Codebase broken = Codebase.fixture("code");

    @Test
    void timeIsToldByJavaTime() {
        assertThat(CodeRules.timeIsToldByJavaTime(PRODUCT)).isEmpty();
        assertThat(CodeRules.timeIsToldByJavaTime(broken))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains("Diary.today", "java.util.Date"));
    }

    @Test
    void nobodySleeps() {
        assertThat(CodeRules.nobodySleeps(PRODUCT)).isEmpty();
        assertThat(CodeRules.nobodySleeps(broken)).singleElement().asString().contains("Diary.today");
    }

    @Test
    void theServerSpeaksThroughItsLog() {
        assertThat(CodeRules.theServerSpeaksThroughItsLog(PRODUCT)).isEmpty();
        assertThat(CodeRules.theServerSpeaksThroughItsLog(broken))
                .singleElement()
                .asString()
                .contains("Diary.today", "java.lang.System.out");
    }

    @Test
    void resourcesSayWhoMayCallThem() {
        assertThat(CodeRules.resourcesSayWhoMayCallThem(PRODUCT)).isEmpty();
        assertThat(CodeRules.resourcesSayWhoMayCallThem(broken))
                .singleElement()
                .asString()
                .contains("OpenResource.read");
    }

    @Test
    void resourcesSayWhatTokensMayDo() {
        assertThat(CodeRules.resourcesSayWhatTokensMayDo(PRODUCT)).isEmpty();
        assertThat(CodeRules.resourcesSayWhatTokensMayDo(broken))
                .satisfiesExactly(
                        found -> assertThat(found).contains("OpenResource.read"),
                        found -> assertThat(found).contains("UnscopedResource.both"),
                        found -> assertThat(found).contains("UnscopedResource.neither"));
    }
}
