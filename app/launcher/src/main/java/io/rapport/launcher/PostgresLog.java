package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * PostgreSQL's log. PostgreSQL appends to the file by itself, so that an orphan keeps its log; the file is kept bounded
 * by copying it aside and emptying it.
 */
final class PostgresLog {
    private static final long MOST_BYTES = 20 << 20;
    private static final int MOST_TAIL = 64 << 10;

    private final Path file;
    private long mark;

    PostgresLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Remembers the end, so that {@link #sinceMark()} tells what was written after it. */
    void mark() throws IOException {
        mark = Files.exists(file) ? Files.size(file) : 0;
    }

    /** What was written since the mark, at most its last 64 kB. */
    String sinceMark() throws IOException {
        return tail(file, mark);
    }

    /** The line that says why PostgreSQL gave up, or the last ones. */
    String reason() throws IOException {
        List<String> lines = sinceMark().lines().toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((first, second) -> second)
                .map(line -> line.substring(line.indexOf(": ") + 2).strip())
                .orElseGet(() -> String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size())));
    }

    /** Starts the file anew when it has grown beyond its bound; one older file is kept. */
    void bound() throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            try (var log = new RandomAccessFile(file.toFile(), "rw")) {
                log.setLength(0);
            }
            mark = 0;
        }
    }

    static String lastLines(Path file) throws IOException {
        List<String> lines =
                tail(file, 0).lines().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static String tail(Path file, long from) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.min(log.length(), Math.max(from, log.length() - MOST_TAIL));
            byte[] bytes = new byte[(int) (log.length() - start)];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, UTF_8);
        }
    }
}
