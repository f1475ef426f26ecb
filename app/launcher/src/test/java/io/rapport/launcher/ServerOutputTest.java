package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOutputTest {
    private static final String WARNING = "2026-01-31T10:00:00.000+0000 WARNING io.rapport.server: ";

    @TempDir
    Path folder;

    private final BlockingQueue<String> console = new LinkedBlockingQueue<>();
    private final PipedOutputStream server = new PipedOutputStream();
    private Path file;
    private ServerOutput output;

    @BeforeEach
    void read() throws IOException {
        file = Files.createDirectory(folder.resolve("logs")).resolve("server.log");
        // So small that every line begins a new file.
        var log = new RotatingLog(file, 1, 1);
        output = new ServerOutput(new PipedInputStream(server), log, new DeploymentWatch(), console::add);
    }

    /** Prints a line that also shows on the console, and waits for what that says first. */
    private String print(String text) throws Exception {
        server.write((WARNING + text + "\n").getBytes(UTF_8));
        server.flush();
        return console.poll(20, TimeUnit.SECONDS);
    }

    private void loseTheLogs() throws IOException {
        Files.deleteIfExists(file.resolveSibling("server.log.1"));
        Files.delete(file);
        Files.delete(file.getParent());
    }

    @Test
    void aLogThatCannotBeWrittenIsToldOnceAndLosesNothingOfWhatIsPrintedLater() throws Exception {
        assertThat(print("first")).isEqualTo("server: first");
        loseTheLogs();
        assertThat(print("second")).startsWith("The server's log cannot be written (");
        assertThat(console.poll(20, TimeUnit.SECONDS)).isEqualTo("server: second");
        assertThat(print("third")).isEqualTo("server: third");
        server.close();
        assertThat(output.lastLines()).isEqualTo(List.of(WARNING + "first", WARNING + "second", WARNING + "third"));
        assertThat(console).isEmpty();
    }

    @Test
    void theLogGoesOnAsSoonAsItCanBeWrittenAgain() throws Exception {
        print("first");
        loseTheLogs();
        print("second");
        Files.createDirectory(file.getParent());
        print("third");
        server.close();
        output.lastLines();
        assertThat(file).content().contains("third");
    }
}
