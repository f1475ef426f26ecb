package io.rapport.labels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelNameTest {

    @Test
    void namesKeepCaseAndSpacesAsTyped() {
        assertThat(LabelName.of("  Refund  Request\u00a0").typed()).isEqualTo("Refund  Request");
    }

    @Test
    void namesCompareWithoutCaseAfterNfcAndTrimming() {
        assertThat(LabelName.fold(" HUE\u0302 ")).isEqualTo(LabelName.fold("huê"));
        assertThat(LabelName.fold("STRASSE")).isEqualTo(LabelName.fold("Straße"));
        assertThat(LabelName.fold("hue")).isNotEqualTo(LabelName.fold("huê"));
    }

    @Test
    void theScopeIsEverythingBeforeTheLastColons() {
        assertThat(LabelName.of("A::b::C").scope()).isEqualTo("a::b");
        assertThat(LabelName.of("Priority ::high").scope()).isEqualTo("priority");
        assertThat(LabelName.of("a:b").scope()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "::", "a::", "::b", "a::::b", "a:: ::b", "a:::", "tab\there", "nul\0", "half\ud83d"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(LabelName.fault(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "refund request", "priority::high", "a::b::c", "trả hàng", "🙂", "a:b"})
    void whatIsANameIsNot(String name) {
        assertThat(LabelName.fault(name)).isEmpty();
    }

    @Test
    void aHundredCharactersAreAllowedWhateverTheirPlane() {
        assertThat(LabelName.fault("🙂".repeat(100))).isEmpty();
        assertThat(LabelName.fault("a".repeat(101))).isPresent();
        assertThat(LabelName.fault(null)).isPresent();
    }
}
