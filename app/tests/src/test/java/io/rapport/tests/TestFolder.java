package io.rapport.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders below {@code target}: what a test left there stays until the next run, to be looked at. */
final class TestFolder {
    private TestFolder() {}

    /** A relative path, so that it has no blanks whatever the folders above are called. */
    static Path empty(String name) throws IOException {
        Path folder = Path.of("target", name);
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
