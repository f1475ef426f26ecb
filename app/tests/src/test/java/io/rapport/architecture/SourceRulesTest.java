package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product's source is short and says what it is; each rule finds what is not. */
class SourceRulesTest {

    @TempDir
    Path folder;

    @Test
    void classesAreShort() throws IOException {
        assertThat(SourceRules.classesAreShort(Repository.javaModules())).isEmpty();
        source("Short.java", "class Short {}\n");
        source("Long.java", "class Long {\n" + "\n".repeat(299) + "}\n");
        assertThat(SourceRules.classesAreShort(List.of(folder)))
                .singleElement()
                .asString()
                .endsWith("Long.java has more than 300 lines");
    }

    @Test
    void facesAreDocumented() throws IOException {
        assertThat(SourceRules.facesAreDocumented(Repository.javaModules())).isEmpty();
        source("Described.java", "package x;\n\n/** What it is. */\n@Recorded(\"x\")\npublic record Described() {}\n");
        source("Hidden.java", "package x;\n\nclass Hidden {}\n");
        source("internal/Inside.java", "package x.internal;\n\npublic class Inside {}\n");
        source("Bare.java", "/* A licence. */\npackage x;\n\nimport y.Z;\n\n@Z\npublic final class Bare {}\n");
        assertThat(SourceRules.facesAreDocumented(List.of(folder)))
                .singleElement()
                .asString()
                .endsWith("Bare.java has no Javadoc");
    }

    private void source(String name, String text) throws IOException {
        Path path = folder.resolve("src/main/java/x").resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
