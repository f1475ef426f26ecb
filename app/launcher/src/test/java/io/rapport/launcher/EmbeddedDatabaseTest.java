package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final Path PROGRAMS =
            Path.of("target", "postgresql-programs").toAbsolutePath();

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    /** Data files are slow to make, so most tests begin with a copy. */
    @BeforeAll
    static void prepare() throws Exception {
        EmbeddedDatabase.in(prepared).programs(PROGRAMS).start().close();
    }

    @BeforeEach
    void copyPreparedDataFiles() throws IOException {
        try (var paths = Files.walk(prepared)) {
            for (Path path : paths.toList()) {
                Files.copy(
                        path,
                        folder.resolve("database").resolve(prepared.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private EmbeddedDatabase start(String... options) throws StartFailure, InterruptedException {
        var builder = EmbeddedDatabase.in(folder.resolve("database")).programs(PROGRAMS);
        for (int i = 0; i < options.length; i += 2) {
            builder.option(options[i], options[i + 1]);
        }
        return builder.start();
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static String ask(DatabaseAddress address, String question) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(DatabaseAddress address, String command) throws SQLException {
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void kill(ProcessHandle process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(Processes.ended(process, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void itIsDurableAndPrivateAndDataSurvivesAStop() throws Exception {
        try (var database = start()) {
            writesDurablyAndFoldsAllAlphabets(database.address());
            letsTheApplicationOwnItsDatabaseAndNoMore(database.address());
            letsNobodyInWithoutThePassword(database);
            listensOnLoopbackOnly(database.port());
            isOutOfReachOfCtrlC(database.process());
            tell(database.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (var database = start()) {
            assertThat(database.adopted()).isFalse();
            assertThat(ask(database.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    private static void writesDurablyAndFoldsAllAlphabets(DatabaseAddress address) throws SQLException {
        assertThat(ask(address, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(address, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(address, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(address, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(address, "SELECT lower('ÄỆ')")).isEqualTo("äệ");
    }

    private static void letsTheApplicationOwnItsDatabaseAndNoMore(DatabaseAddress address) throws SQLException {
        assertThat(ask(address, "SELECT current_user || ' ' || current_database()"))
                .isEqualTo("rapport rapport");
        assertThat(ask(address, "SHOW is_superuser")).isEqualTo("off");
        tell(address, "CREATE SCHEMA mine");
    }

    private void letsNobodyInWithoutThePassword(EmbeddedDatabase database) throws Exception {
        var address = database.address();
        for (String user : new String[] {"rapport", "postgres"}) {
            assertThatThrownBy(() -> connect(new DatabaseAddress(address.url(), user, "guessed")))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        var secrets = folder.resolve("database/passwords.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        assertThat(address.toString()).doesNotContain(address.password());
        assertThat(database.process().info().arguments().orElseThrow())
                .noneMatch(argument -> argument.contains(address.password()));
        assertThat(Files.readString(folder.resolve("database/postgresql.log"))).doesNotContain(address.password());
    }

    private static void listensOnLoopbackOnly(int port) throws IOException {
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(IOException.class);
                }
            }
        }
    }

    /** A terminal sends Ctrl-C to a whole process group, but the server is to stop before the database. */
    private static void isOutOfReachOfCtrlC(ProcessHandle process) throws IOException {
        String[] status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"))
                .split(" ");
        assertThat(status[4]).as("process group").isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void anOrphanIsAdoptedWithItsDataAndConnections() throws Exception {
        var left = start();
        tell(left.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        // Not closed: what a launcher killed by -9 leaves behind. The next one reaches the folder by another name.
        Path otherName = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("database"));
        assertThat(PostmasterFile.read(otherName.resolve("cluster"))
                        .orElseThrow()
                        .process())
                .contains(left.process());
        try (var adopted = start()) {
            assertThat(adopted.adopted()).isTrue();
            assertThat(adopted.process().pid()).isEqualTo(left.process().pid());
            assertThat(ask(adopted.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(Processes.alive(left.process())).isFalse();
    }

    @Test
    void anOrphanWithOtherSettingsIsStartedAnew() throws Exception {
        var left = start();
        try (var anew = start("log_statement", "all")) {
            assertThat(anew.adopted()).isFalse();
            assertThat(Processes.alive(left.process())).isFalse();
            assertThat(ask(anew.address(), "SHOW log_statement")).isEqualTo("all");
            assertThat(Files.readString(folder.resolve("database/postgresql.log")))
                    .contains("SHOW log_statement");
        }
    }

    @Test
    void aStartAfterEverythingWasKilledFindsCommittedData() throws Exception {
        var killed = start();
        tell(killed.address(), "CREATE TABLE kept AS SELECT 42 AS answer");
        kill(killed.process());
        try (var database = start()) {
            assertThat(ask(database.address(), "SELECT answer FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void aPostmasterFileThatNamesAnotherProgramIsNoObstacle() throws Exception {
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            startsAlthoughThePostmasterFileNames(foreign.pid());
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void aPostmasterFileThatNamesAZombieIsNoObstacle() throws Exception {
        // The shell starts a child that ends at once and then becomes a program that never collects children.
        var parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 60").start();
        try (var output = parent.inputReader()) {
            startsAlthoughThePostmasterFileNames(Long.parseLong(output.readLine()));
        } finally {
            parent.destroyForcibly();
        }
    }

    private void startsAlthoughThePostmasterFileNames(long pid) throws Exception {
        var killed = start();
        kill(killed.process());
        Path file = folder.resolve("database/cluster/postmaster.pid");
        Files.writeString(file, Files.readString(file).replaceFirst("\\d+", Long.toString(pid)));
        try (var database = start()) {
            assertThat(database.adopted()).isFalse();
            assertThat(ask(database.address(), "SELECT 1")).isEqualTo("1");
            kill(database.process());
            Files.writeString(file, Files.readString(file).replaceFirst("\\d+", Long.toString(pid)));
            database.restart();
            assertThat(ask(database.address(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void itIsStartedAgainOnTheSamePortAfterItDied() throws Exception {
        try (var database = start()) {
            var address = database.address();
            kill(database.process());
            database.restart();
            assertThat(database.address()).isEqualTo(address);
            assertThat(ask(address, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefused() throws Exception {
        Files.writeString(folder.resolve("database/cluster/PG_VERSION"), "16\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("written by PostgreSQL 16")
                .hasMessageContaining("brings PostgreSQL 17")
                .hasMessageContaining("pg_dump");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> start("no_such_setting", "1"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("no_such_setting")
                .hasMessageContaining("rapport.db.options");
    }

    @Test
    void aStartThatWasInterruptedBeforeTheDataFilesWereCompleteIsRepeated() throws Exception {
        Files.move(folder.resolve("database/cluster"), folder.resolve("database/cluster.new"));
        Files.delete(folder.resolve("database/cluster.new/global/pg_control"));
        try (var database = start()) {
            assertThat(ask(database.address(), "SELECT 1")).isEqualTo("1");
        }
        assertThat(folder.resolve("database/cluster.new")).doesNotExist();
        assertThat(folder.resolve("database/initdb.password")).doesNotExist();
    }
}
