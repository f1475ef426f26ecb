package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void itIsMadeForItsOwnerOnly() throws Exception {
        Path path = folder.resolve("deep/data");
        try (var data = DataFolder.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void oneThatWasOpenToOthersIsItsOwnersAloneAfterwardsAndThatIsTold() throws Exception {
        Path path = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxr-x"));
        try (var data = DataFolder.open(path)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            assertThat(data.tightening().orElseThrow()).contains(path.toString(), "open to other users");
        }
        try (var again = DataFolder.open(path)) {
            assertThat(again.tightening()).isEmpty();
        }
    }

    @Test
    void theDatabasesPasswordsAreTheirOwnersAloneEvenAfterABackupBroughtThemBack() throws Exception {
        Path file = folder.resolve("passwords.properties");
        DatabaseSecrets.random().write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        DatabaseSecrets.read(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefusedUntilTheFirstHasGone() throws Exception {
        try (var first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.path()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("rapport.data");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void aFileInTheFoldersPlaceIsToldWithTheSettingToCorrect() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("rapport.data");
    }

    @Test
    void aTakenPortIsNamedTogetherWithItsSetting() throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(loopback, 0));
            assertThatThrownBy(() -> HttpPort.check(loopback, taken.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("rapport.http.port");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsToldWithItsSetting() throws Exception {
        assertThatThrownBy(() -> HttpPort.check(InetAddress.getByName("192.0.2.77"), 8080))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("rapport.http.address");
    }
}
