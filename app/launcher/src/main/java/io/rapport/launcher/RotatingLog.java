package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A log file that begins anew at every start and whenever it is full; a few older ones are kept beside it. */
final class RotatingLog implements AutoCloseable {
    private static final int LAST_LINES = 20;

    private final Path file;
    private final long mostCharacters;
    private final int kept;
    private final Deque<String> last = new ArrayDeque<>();
    private BufferedWriter writer;
    private long written;

    /**
     * @param mostCharacters after how much the next file begins
     * @param kept how many older files stay, named {@code .1} (the newest) and so on
     */
    RotatingLog(Path file, long mostCharacters, int kept) throws IOException {
        this.file = file;
        this.mostCharacters = mostCharacters;
        this.kept = kept;
        rotate();
    }

    private void rotate() throws IOException {
        for (int number = kept; number > 0; number--) {
            Path newer = number == 1 ? file : numbered(number - 1);
            if (Files.exists(newer)) {
                Files.move(newer, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        writer = Files.newBufferedWriter(file, UTF_8);
        written = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    synchronized void line(String line) throws IOException {
        if (written > mostCharacters) {
            writer.close();
            rotate();
        }
        writer.write(line);
        writer.newLine();
        writer.flush();
        written += line.length() + 1;
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** The last lines, oldest first. */
    synchronized List<String> last() {
        return List.copyOf(last);
    }

    @Override
    public synchronized void close() throws IOException {
        writer.close();
    }
}
