package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lanes are for holds of the product, and each rule finds a fixture that breaks it. */
class LaneRulesTest {

    private static final Codebase PRODUCT = Codebase.product();

    private final Codebase broken = Codebase.fixture("lanes");

    @Test
    void liveObserversLeaveTheDatabaseAlone() {
        assertThat(LaneRules.liveObserversLeaveTheDatabaseAlone(PRODUCT)).isEmpty();
        assertThat(LaneRules.liveObserversLeaveTheDatabaseAlone(broken))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).contains("CountingHints.on(", "org.jdbi."));
    }

    @Test
    void keptObserversHaveNamesOfTheirOwn() {
        assertThat(LaneRules.keptObserversHaveNamesOfTheirOwn(PRODUCT)).isEmpty();
        assertThat(LaneRules.keptObserversHaveNamesOfTheirOwn(broken))
                .hasSize(2)
                .anySatisfy(found -> assertThat(found).contains("shares the name 'desk.webhook'"))
                .anySatisfy(found -> assertThat(found).endsWith("is named 'labelling.webhook', not 'desk.…'"));
    }

    @Test
    void nothingIsFiredAsynchronously() {
        assertThat(LaneRules.nothingIsFiredAsynchronously(PRODUCT)).isEmpty();
        assertThat(LaneRules.nothingIsFiredAsynchronously(broken))
                .hasSize(2)
                .anySatisfy(found -> assertThat(found).contains("Broadcast.send", "fireAsync"))
                .anySatisfy(found -> assertThat(found).contains("Broadcast.receive"));
    }
}
