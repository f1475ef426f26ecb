package io.rapport.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders that the product is built from. */
final class Repository {

    private Repository() {}

    /** The folder that holds them all; surefire starts the tests in this module's own. */
    static Path root() {
        Path root = Path.of("").toAbsolutePath().getParent().getParent();
        if (!Files.isDirectory(root.resolve("modules"))) {
            throw new IllegalStateException("Start these tests in app/tests: " + root + " has no folder 'modules'");
        }
        return root;
    }

    /** Every Maven module with Java of its own that the product is made of; what tests and measures it is left out. */
    static List<Path> javaModules() {
        Path app = root().resolve("app");
        return Stream.of(
                        children(root().resolve("modules")),
                        children(root().resolve("plugins")),
                        List.of(app.resolve("server"), app.resolve("launcher")))
                .flatMap(List::stream)
                .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                .toList();
    }

    /** What lies in a folder, sorted; nothing where there is no such folder. */
    static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The files below a folder whose names end so, sorted; none where there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
