package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The rules look at all of the product and at nothing else. */
class CodebaseTest {

    private static final Codebase PRODUCT = Codebase.product();

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Repository.javaModules())
                .hasSizeGreaterThan(15)
                .allSatisfy(module -> assertThat(Files.isDirectory(module.resolve("target/classes")))
                        .as("%s was compiled", module)
                        .isTrue());
        assertThat(PRODUCT.modules())
                .contains("events", "spi", "plugin", "contacts", "labelling", "desk", "server", "launcher");
    }

    /** The fixtures are outside the product. */
    @Test
    void theProductHasNoFixtures() {
        assertThat(PRODUCT.classes())
                .extracting(JavaClass::getPackageName)
                .noneMatch(name -> name.startsWith("io.rapport.architecture"));
    }
}
