package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A log file that begins anew at every start and whenever it is full; a few older ones are kept beside it.
 *
 * <p>A line that cannot be written, on a full disk say, is an exception; the next one is tried with the file opened again.
 */
final class RotatingLog implements AutoCloseable {
    private static final int LAST_LINES = 20;

    private final Path file;
    private final long mostBytes;
    private final int kept;
    private final Deque<String> last = new ArrayDeque<>();
    /** Unbuffered, so that nothing of a line that failed comes later; null while the file could not be opened. */
    private OutputStream output;

    private long written;

    /**
     * @param mostBytes after how much the next file begins
     * @param kept how many older files stay, named {@code .1} (the newest) and so on
     */
    RotatingLog(Path file, long mostBytes, int kept) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
        keepOlder();
        open();
    }

    private void keepOlder() throws IOException {
        for (int number = kept; number > 0; number--) {
            Path newer = number == 1 ? file : numbered(number - 1);
            if (Files.exists(newer)) {
                Files.move(newer, numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void open() throws IOException {
        output = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        written = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    synchronized void line(String line) throws IOException {
        last.addLast(line);
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
        if (output != null && written > mostBytes) {
            close();
            keepOlder();
        }
        if (output == null) {
            open();
        }
        write((line + System.lineSeparator()).getBytes(UTF_8));
    }

    private void write(byte[] line) throws IOException {
        try {
            output.write(line);
            written += line.length;
        } catch (IOException e) {
            try {
                close();
            } catch (IOException alsoBroken) {
                e.addSuppressed(alsoBroken);
            }
            throw e;
        }
    }

    /** The last lines, oldest first, whether or not they could be written. */
    synchronized List<String> last() {
        return List.copyOf(last);
    }

    @Override
    public synchronized void close() throws IOException {
        if (output != null) {
            OutputStream closing = output;
            output = null;
            closing.close();
        }
    }
}
