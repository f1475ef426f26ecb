package io.rapport.enrichment.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one plugin lies: a folder with its jar and those of its dependencies, or a single jar.
 *
 * @param path the folder or jar
 * @param bundled whether it came with the server
 */
record PluginSource(Path path, boolean bundled) {

    String name() {
        return path.getFileName().toString();
    }

    /** The jars in the order of their names, so that the class path is the same everywhere. */
    List<Path> jars() throws IOException {
        return Files.isDirectory(path) ? list(path).filter(PluginSource::isJar).toList() : List.of(path);
    }

    /** The plugins of a folder in the order of their names; what is neither folder nor jar, or hidden, is none. */
    static List<PluginSource> in(Path folder, boolean bundled) throws IOException {
        return list(folder)
                .filter(path -> Files.isDirectory(path) || isJar(path))
                .filter(path -> !path.getFileName().toString().startsWith("."))
                .map(path -> new PluginSource(path, bundled))
                .toList();
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        }
    }

    private static boolean isJar(Path path) {
        return path.getFileName().toString().endsWith(".jar") && Files.isRegularFile(path);
    }
}
