package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorLinkTest {

    @TempDir
    Path folder;

    @Test
    void theLinkIsWrittenWhereOnlyTheOperatorCanReadIt() throws Exception {
        SecretToken token = SecretToken.random();

        link(folder, "https://chat.example.org/").tell(token);

        Path file = folder.resolve("first-administrator-link");
        assertThat(file).hasContent("https://chat.example.org/console/welcome#" + token.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void aNewLinkReplacesTheOldOne() {
        FirstAdministratorLink link = link(folder, "http://localhost:8080");
        link.tell(SecretToken.random());
        SecretToken second = SecretToken.random();

        link.tell(second);

        assertThat(folder.resolve("first-administrator-link")).content().contains(second.text());
    }

    @Test
    void onceUsedItIsGone() {
        FirstAdministratorLink link = link(folder, "http://localhost:8080");
        link.tell(SecretToken.random());

        link.forget();
        link.forget();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedWithTheSettingThatMendsIt() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThatThrownBy(() -> link(file, "http://localhost:8080").tell(SecretToken.random()))
                .hasMessageContaining("rapport.data");
    }

    private static FirstAdministratorLink link(Path folder, String publicUrl) {
        return new FirstAdministratorLink(Optional.of(folder.toString()), publicUrl);
    }
}
