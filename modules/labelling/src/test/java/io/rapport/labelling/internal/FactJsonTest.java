package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.Money;
import io.rapport.vocabulary.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Facts that are kept")
class FactJsonTest {

    @Test
    void areReadAsTheyWereWrittenWhateverTheirType() {
        Map<String, FieldValue> facts = new HashMap<>(Map.of(
                "session.city", FieldValue.text("Huế"),
                "time.hour", FieldValue.number(new BigDecimal("9")),
                "contact.verified", FieldValue.flag(true),
                "conversation.attributes.total", FieldValue.amount(new Money("12.50", "EUR")),
                "contact.attributes.birthday", FieldValue.day(LocalDate.of(2000, 2, 29), LocalDate.of(2026, 5, 1)),
                "contact.attributes.renewal",
                        FieldValue.moment(
                                Instant.parse("2026-05-01T12:00:00.123456Z"), Instant.parse("2026-05-02T00:00:00Z")),
                "contact.attributes.interests", FieldValue.choices(List.of("Tea", "a, b"))));
        facts.put("session.region", null);

        assertThat(FactJson.read(FactJson.write(facts), new LabelsInMemory())).isEqualTo(facts);
    }
}
