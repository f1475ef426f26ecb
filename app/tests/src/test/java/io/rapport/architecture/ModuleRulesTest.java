package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may depend on whom holds of the product, and each rule finds a fixture that breaks it. */
class ModuleRulesTest {

    private static final Codebase PRODUCT = Codebase.product();

    @Test
    void modulesUseOnlyThoseTheyMay() {
        assertThat(ModuleRules.modulesUseOnlyThoseTheyMay(PRODUCT)).isEmpty();
        assertThat(ModuleRules.modulesUseOnlyThoseTheyMay(Codebase.fixture("edges")))
                .hasSize(3)
                .anySatisfy(found -> assertThat(found).startsWith("contacts may not use conversations: "))
                .anySatisfy(found -> assertThat(found).startsWith("sessions may not use vocabulary: "))
                .anySatisfy(found -> assertThat(found).startsWith("plugin may not use conversations: "));
    }

    @Test
    void insidesAreUsedByTheirModuleAlone() {
        assertThat(ModuleRules.insidesAreUsedByTheirModuleAlone(PRODUCT)).isEmpty();
        assertThat(ModuleRules.insidesAreUsedByTheirModuleAlone(Codebase.fixture("insides")))
                .singleElement()
                .asString()
                .startsWith("desk uses the inside of contacts: ");
    }

    @Test
    void rulesAndProvidersOnlyReadTheThree() {
        assertThat(ModuleRules.rulesAndProvidersOnlyReadTheThree(PRODUCT)).isEmpty();
        assertThat(ModuleRules.rulesAndProvidersOnlyReadTheThree(Codebase.fixture("reading")))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found)
                        .startsWith("labelling uses more than a read face of conversations: ")
                        .contains(".Conversations")
                        .doesNotContain("ConversationCards"));
    }

    @Test
    void foundationsUseTheJdkAlone() {
        assertThat(ModuleRules.foundationsUseTheJdkAlone(PRODUCT)).isEmpty();
        assertThat(ModuleRules.foundationsUseTheJdkAlone(Codebase.fixture("foundations")))
                .singleElement()
                .asString()
                .contains("InjectedProvider.setting", "jakarta.inject.Inject");
    }
}
