package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What events are holds of the product, and each rule finds a fixture that breaks it. */
class EventRulesTest {

    private static final Codebase PRODUCT = Codebase.product();

    @Test
    void eventsAreRecordedRecords() {
        assertThat(EventRules.eventsAreRecordedRecords(PRODUCT)).isEmpty();
        assertThat(EventRules.eventsAreRecordedRecords(Codebase.fixture("telling")))
                .hasSize(3)
                .anySatisfy(found -> assertThat(found).endsWith(".Nameless has no @Recorded name"))
                .anySatisfy(found -> assertThat(found).endsWith(".Changeable is not a record"))
                .anySatisfy(found -> assertThat(found)
                        .contains(".Sold is recorded under the name and version of ")
                        .endsWith(".Returned"));
    }

    @Test
    void eventsAreConstructedByTheirOwners() {
        assertThat(EventRules.eventsAreConstructedByTheirOwners(PRODUCT)).isEmpty();
        assertThat(EventRules.eventsAreConstructedByTheirOwners(Codebase.fixture("telling")))
                .hasSize(3)
                .anySatisfy(found -> assertThat(found).contains("ContactRumour.spread", "ContactChanged.<init>"))
                .anySatisfy(found -> assertThat(found).contains("ContactRumour.forgery", "Sold.<init>"))
                .anySatisfy(found -> assertThat(found).contains("Forgotten has no owner"));
    }

    @Test
    void eventsAreFiredByTheirOwners() {
        assertThat(EventRules.eventsAreFiredByTheirOwners(PRODUCT)).isEmpty();
        assertThat(EventRules.eventsAreFiredByTheirOwners(Codebase.fixture("telling")))
                .singleElement()
                .asString()
                .startsWith("desk may not fire ContactChanged: ");
    }

    @Test
    void whatIsFiredInCompanyIsNotObservedAlone() {
        assertThat(EventRules.whatIsFiredInCompanyIsNotObservedAlone(PRODUCT)).isEmpty();
        assertThat(EventRules.whatIsFiredInCompanyIsNotObservedAlone(Codebase.fixture("company")))
                .singleElement()
                .asString()
                .endsWith(".Lonely would wait for ever for Sold");
    }
}
