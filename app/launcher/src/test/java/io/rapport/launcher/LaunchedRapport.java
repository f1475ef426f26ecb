package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged launcher as an operator starts it, with what it printed. */
final class LaunchedRapport implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Process process;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader = new Thread(this::read, "launcher-output");

    private LaunchedRapport(Process process) {
        this.process = process;
        reader.start();
    }

    static LaunchedRapport start(Map<String, String> settings) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-Drapport.db.programs=" + TARGET.resolve("postgresql-programs"));
        command.addAll(List.of("-jar", TARGET.resolve("rapport-launcher.jar").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("RAPPORT_"));
        return new LaunchedRapport(builder.start());
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                synchronized (lines) {
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
    }

    /** Waits until a line with this text was printed. */
    LaunchedRapport awaitLine(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        synchronized (lines) {
            while (lines.stream().noneMatch(line -> line.contains(text))) {
                assertThat(System.nanoTime() < end && reader.isAlive())
                        .as("'%s' in %s", text, lines)
                        .isTrue();
                lines.wait(200);
            }
        }
        return this;
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends").isTrue();
        reader.join();
        return process.exitValue();
    }

    String output() {
        return String.join("\n", lines);
    }

    Process process() {
        return process;
    }

    /** The server's process. */
    ProcessHandle server() {
        return process.children()
                .filter(child -> List.of(child.info().arguments().orElse(new String[0]))
                        .contains("io.rapport.launcher.child.ServerProcess"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitExit();
    }
}
