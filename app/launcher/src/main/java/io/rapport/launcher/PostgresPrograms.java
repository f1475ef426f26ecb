package io.rapport.launcher;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that Rapport brings, unpacked once per version. */
final class PostgresPrograms {
    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Finds the programs below a folder or unpacks them there; a half-finished unpacking is never seen. */
    static PostgresPrograms in(Path parent) throws StartFailure {
        Path folder = parent.resolve("postgresql-" + Version.POSTGRESQL).toAbsolutePath();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                Path draft = Files.createTempDirectory(parent, "unpacking-");
                unpack(draft);
                moveIntoPlace(draft, folder);
            }
            return new PostgresPrograms(folder);
        } catch (IOException | IllegalStateException e) {
            throw new StartFailure(
                    "PostgreSQL cannot be unpacked into %s (%s): correct rapport.db.programs, or set rapport.db.url to use a PostgreSQL of your own."
                            .formatted(folder, e),
                    e);
        }
    }

    private static void moveIntoPlace(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process may have been quicker; what it unpacked is the same.
            PrivateFiles.deleteFolder(draft);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        try (InputStream packed =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"));
                var archive = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(archive, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /**
     * The command line of a program. PostgreSQL refuses to run as root: root starts it in a user namespace of its own,
     * in which it is nobody in particular.
     */
    List<String> command(String name, List<String> arguments) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program(name).toString());
        command.addAll(arguments);
        return command;
    }
}
