package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.function.Consumer;

/** Reads what the server prints: into its log, to those who learn from it, and the little that concerns operators. */
final class ServerOutput {
    private final InputStream output;
    private final RotatingLog log;
    private final DeploymentWatch deployment;
    private final Consumer<String> console;
    private final Thread reader = new Thread(this::read, "server-output");
    private String shown = "";
    private boolean logFailed;

    ServerOutput(InputStream output, RotatingLog log, DeploymentWatch deployment, Consumer<String> console) {
        this.output = output;
        this.log = log;
        this.deployment = deployment;
        this.console = console;
        reader.setDaemon(true);
        reader.start();
    }

    /** To the end of the output whatever happens: without a reader the server would stand still once the pipe is full. */
    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(output, UTF_8));
                log) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                write(line);
                deployment.line(line);
                LogRecordLine.parse(line).filter(LogRecordLine::worthShowing).ifPresent(this::show);
            }
        } catch (IOException e) {
            console.accept("The server's output has ended: " + e);
        }
    }

    /** A log that fails is told once; it is tried again with every line, since a full disk may be emptied. */
    private void write(String line) {
        try {
            log.line(line);
        } catch (IOException e) {
            if (!logFailed) {
                logFailed = true;
                console.accept("The server's log cannot be written (%s): make room. Until then its lines are lost."
                        .formatted(e));
            }
        }
    }

    private void show(LogRecordLine record) {
        String text = record.message().isEmpty() ? record.logger() : record.message();
        // A deployment that fails is told once, with its reason, by whoever waits for it.
        if (!deployment.failed() && !text.equals(shown)) {
            shown = text;
            console.accept("server: " + text);
        }
    }

    /** The last lines, once the server has ended and everything is read. */
    List<String> lastLines() throws InterruptedException {
        reader.join(2000);
        return log.last();
    }
}
