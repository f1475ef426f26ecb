package io.rapport.enrichment.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The folder from which plugins really run: a jar that is overwritten where it was dropped breaks no running call. */
final class PrivateCopies implements AutoCloseable {

    private final Path folder;
    private int copied;

    private PrivateCopies(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a new folder that only the server's user may enter.
     *
     * @param parent where; it is created if need be
     */
    static PrivateCopies in(Path parent) {
        try {
            Files.createDirectories(parent);
            Path folder = Files.createTempDirectory(parent, "rapport-plugins-");
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new PrivateCopies(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("No folder for the plugins' private copies in " + parent, failed);
        }
    }

    /** Copies a plugin's jars and answers with the copies, each of which was opened once to prove that it is whole. */
    List<Path> copy(PluginSource source) throws PluginFailure {
        try {
            List<Path> jars = source.jars();
            if (jars.isEmpty()) {
                throw new PluginFailure("The folder holds no jar.");
            }
            Path target = Files.createDirectory(folder.resolve(++copied + "-" + source.name()));
            List<Path> copies = new ArrayList<>();
            for (Path jar : jars) {
                copies.add(copy(jar, target));
            }
            return copies;
        } catch (IOException failed) {
            throw new PluginFailure("Its files can't be read or copied: " + FailureText.of(failed));
        }
    }

    private static Path copy(Path jar, Path target) throws IOException, PluginFailure {
        Path copy = Files.copy(jar, target.resolve(jar.getFileName().toString()));
        try (JarFile opened = new JarFile(copy.toFile())) {
            opened.size();
            return copy;
        } catch (IOException broken) {
            throw new PluginFailure("The file " + jar.getFileName() + " is not a whole jar.");
        }
    }

    /** Deletes all copies; a second time does nothing. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("Some private copies of plugins are left in " + folder, left);
        }
    }
}
