package io.rapport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SupplyTest {

    @Test
    void leavesOutWhatIsNotKnown() {
        Supply supply = Supply.builder()
                .session(SessionField.COUNTRY, "VN")
                .session(SessionField.CITY, null)
                .contact("plan", " ")
                .conversation("orders", 3)
                .build();

        assertThat(supply.values()).extracting(Value::key).containsExactly("country", "orders");
        assertThat(Supply.builder().build()).isSameAs(Supply.none());
    }

    @Test
    void keepsTheMarksOfAValue() {
        Instant then = Instant.parse("2026-01-02T03:04:05Z");
        Value value = Value.ofContact("plan", "gold")
                .estimated()
                .unverified()
                .foundBy(Fact.EMAIL)
                .asOf(then);

        assertThat(value.isEstimated()).isTrue();
        assertThat(value.isUnverified()).isTrue();
        assertThat(value.foundBy()).contains(Fact.EMAIL);
        assertThat(value.time()).contains(then);
        assertThat(value.content()).isEqualTo("gold");
    }

    @Test
    void refusesNullAsAValue() {
        assertThatNullPointerException()
                .isThrownBy(() -> Value.ofContact("plan", null))
                .withMessageContaining("leave it out");
    }
}
