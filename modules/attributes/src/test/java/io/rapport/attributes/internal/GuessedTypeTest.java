package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessedTypeTest {

    @ParameterizedTest
    @CsvSource({
        "true|no,BOOLEAN",
        "1|2.50|-3,NUMBER",
        "10 %|12,PERCENT",
        "2026-05-01|2025-12-31,DATE",
        "2026-05-01T12:00:00+07:00,DATE_TIME",
        "EUR 5|12.50 USD,CURRENCY",
        "a@b.example|c@d.example,EMAIL",
        "https://a.example|mailto:a@b.example,LINK",
        "+84905123456,PHONE",
        "1|two,TEXT",
        "0905123456|call me,TEXT"
    })
    void theNarrowestTypeOfAllSamplesIsGuessed(String samples, AttributeType type) {
        assertThat(GuessedType.of(List.of(samples.split("\\|")))).isEqualTo(type);
    }

    @Test
    void nothingIsText() {
        assertThat(GuessedType.of(List.of())).isEqualTo(AttributeType.TEXT);
    }
}
