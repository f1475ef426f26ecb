package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** The folder with everything that survives, held by one launcher at a time. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;
    private final Optional<String> tightening;

    private DataFolder(Path path, FileChannel lock, Optional<String> tightening) {
        this.path = path;
        this.lock = lock;
        this.tightening = tightening;
    }

    /** Makes the folder where it is missing and locks it until closed; the lock dies with the process. */
    static DataFolder open(Path path) throws StartFailure {
        try {
            PrivateFiles.createFolder(path);
            var channel = FileChannel.open(
                    path.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PrivateFiles.fileAttributes(path));
            if (!locked(channel)) {
                String holder = holder(channel);
                channel.close();
                throw new StartFailure(
                        "Another Rapport%s runs on the data folder %s: stop it, or name another folder by rapport.data."
                                .formatted(holder, path));
            }
            channel.truncate(0);
            channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
            return new DataFolder(path, channel, tighten(path));
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be used (%s): correct its permissions, or name another by rapport.data."
                            .formatted(path, e),
                    e);
        }
    }

    /** What others may do with an existing folder is taken from them, for it holds passwords and what visitors wrote. */
    private static Optional<String> tighten(Path path) throws IOException {
        if (PrivateFiles.isPrivate(path)) {
            return Optional.empty();
        }
        return Optional.of(
                PrivateFiles.keepPrivate(path)
                        ? "The data folder %s was open to other users: it is its owner's alone now.".formatted(path)
                        : "The data folder %s is open to other users, and belongs to one: let the user who runs Rapport own it, or make sure that nobody else gets there."
                                .formatted(path));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var content = ByteBuffer.allocate(32);
        channel.read(content, 0);
        String pid = UTF_8.decode(content.flip()).toString().strip();
        return pid.isEmpty() ? "" : " (process %s)".formatted(pid);
    }

    /** What was done about a folder that was open to others, to be told; empty where it was not. */
    Optional<String> tightening() {
        return tightening;
    }

    Path path() {
        return path;
    }

    Path database() {
        return path.resolve("postgresql");
    }

    Path server() {
        return path.resolve("server");
    }

    /** The folder of the logs, made where it is missing. */
    Path logs() throws IOException {
        return Files.createDirectories(path.resolve("logs"));
    }

    /** What the server writes while there is no administrator: the address where the first one signs up. */
    Path firstAdministratorLink() {
        return path.resolve("first-administrator-link");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            System.err.println("rapport: the lock of the data folder could not be released: " + e.getMessage());
        }
    }
}
