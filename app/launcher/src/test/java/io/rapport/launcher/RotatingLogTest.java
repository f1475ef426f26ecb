package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
    @TempDir
    Path folder;

    @Test
    void everyStartBeginsAFileAndKeepsTheOldOnesUpToTheBound() throws Exception {
        Path file = folder.resolve("server.log");
        for (int start = 1; start <= 4; start++) {
            try (var log = new RotatingLog(file, 1000, 2)) {
                log.line("start " + start);
            }
        }
        assertThat(file).hasContent("start 4");
        assertThat(folder.resolve("server.log.1")).hasContent("start 3");
        assertThat(folder.resolve("server.log.2")).hasContent("start 2");
        assertThat(folder.resolve("server.log.3")).doesNotExist();
    }

    @Test
    void aFullFileIsFollowedByANewOne() throws Exception {
        Path file = folder.resolve("server.log");
        try (var log = new RotatingLog(file, 100, 2)) {
            for (int line = 0; line < 1000; line++) {
                log.line("line " + line);
            }
            assertThat(log.last()).hasSize(20).endsWith("line 999");
        }
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(each -> assertThat(Files.size(each)).isLessThan(120));
        }
    }

    @Test
    void postgresqlsLogIsEmptiedInPlaceWhenItHasGrownTooLarge() throws Exception {
        Path file = folder.resolve("postgresql.log");
        Files.write(file, new byte[(20 << 20) + 1]);
        new PostgresLog(file).bound();
        assertThat(file).isEmptyFile();
        assertThat(folder.resolve("postgresql.log.1")).hasSize((20 << 20) + 1);
    }
}
