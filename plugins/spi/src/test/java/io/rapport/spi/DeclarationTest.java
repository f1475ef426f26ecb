package io.rapport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DeclarationTest {

    @Test
    void saysWhatAPluginReadsSuppliesAndIsSetBy() {
        Declaration declaration = Declaration.named("Customer base")
                .description("Looks customers up.")
                .reads(Fact.EMAIL)
                .supplies(SessionField.NETWORK)
                .supplies(SuppliedAttribute.ofContact("plan", "Plan", ValueType.TEXT))
                .supplies(SuppliedAttribute.ofConversation("plan", "Plan at the time", ValueType.TEXT))
                .setting(Setting.of(SettingType.ADDRESS, "url", "Address").required())
                .build();

        assertThat(declaration.reads()).containsExactly(Fact.EMAIL);
        assertThat(declaration.supplies(Subject.SESSION)).isTrue();
        assertThat(declaration.supplies(Subject.CONTACT)).isTrue();
        assertThat(declaration.supplies(Subject.CONVERSATION)).isTrue();
        assertThat(declaration.settings()).extracting(Setting::key).containsExactly("url");
    }

    @Test
    void refusesAPluginThatReadsNothingOrSuppliesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Declaration.named("Idle").supplies(SessionField.CITY).build())
                .withMessageContaining("read");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Declaration.named("Idle").reads(Fact.EMAIL).build())
                .withMessageContaining("supply");
    }

    @Test
    void refusesTheSameAttributeOrSettingTwice() {
        SuppliedAttribute plan = SuppliedAttribute.ofContact("plan", "Plan", ValueType.TEXT);
        Setting url = Setting.of(SettingType.ADDRESS, "url", "Address");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Declaration.named("Twice").supplies(plan).supplies(plan))
                .withMessageContaining("'plan' is declared twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Declaration.named("Twice").setting(url).setting(url))
                .withMessageContaining("'url' is declared twice");
    }

    @Test
    void refusesKeysThatNoAttributeOrSettingCanHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppliedAttribute.ofContact("Plan B", "Plan", ValueType.TEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> Setting.of(SettingType.TEXT, "apiKey", "Key"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.of(SettingType.DURATION, "time-limit", "Limit"))
                .withMessageContaining("belongs to the server");
    }
}
