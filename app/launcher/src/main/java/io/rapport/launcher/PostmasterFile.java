package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's {@code postmaster.pid}: who serves a data folder, or did when it was last written. PostgreSQL itself
 * believes any living process with that number, be it a zombie or somebody else's; this class looks closer.
 *
 * <p>Format: PostgreSQL documentation, "Database File Layout", and {@code miscadmin/pidfile.h}.
 */
final class PostmasterFile {
    private static final int PID = 0;
    private static final int PORT = 3;
    private static final int STATUS = 7;

    private final List<String> lines;
    private final Path cluster;

    private PostmasterFile(Path cluster, List<String> lines) {
        this.cluster = cluster;
        this.lines = lines;
    }

    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            return Optional.of(new PostmasterFile(cluster, Files.readAllLines(file(cluster))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static void delete(Path cluster) throws IOException {
        Files.deleteIfExists(file(cluster));
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty when the file was cut short. */
    Optional<Integer> port() {
        return number(PORT).map(Long::intValue).filter(port -> port > 0);
    }

    boolean ready() {
        return lines.size() > STATUS && lines.get(STATUS).strip().equals("ready");
    }

    /** The PostgreSQL that serves this folder; empty when the number is free, a zombie's or another program's. */
    Optional<ProcessHandle> process() {
        return number(PID).flatMap(ProcessHandle::of).filter(Processes::alive).filter(this::servesThisFolder);
    }

    private boolean servesThisFolder(ProcessHandle process) {
        var info = process.info();
        boolean postgres = info.command()
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
        return postgres && info.arguments().stream().flatMap(Stream::of).anyMatch(this::isThisFolder);
    }

    /** Compared as files, since the same folder may have been named in another way. */
    private boolean isThisFolder(String argument) {
        try {
            return argument.startsWith("/") && Files.isSameFile(Path.of(argument), cluster);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Long> number(int line) {
        try {
            return lines.size() > line
                    ? Optional.of(Long.parseLong(lines.get(line).strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
