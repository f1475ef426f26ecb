package io.rapport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The packaged product with an empty database and the demo, started as an operator starts it, for one class of tests. */
final class LaunchedProduct implements BeforeAllCallback, AfterAllCallback {
    static final String ADMINISTRATOR = "admin@example.com";
    static final String PASSWORD = "correct-horse-battery";

    private static final Path LAUNCHER = Path.of(System.getProperty("rapport.tests.launcher"))
            .toAbsolutePath()
            .normalize();
    private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();
    private static final String PLENTY = "1000000";
    private static final long MINUTES = 5;

    private final String name;
    private final int port = freePort();
    private Process process;

    LaunchedProduct(String name) {
        this.name = name;
    }

    String console() {
        return chat() + "/console/";
    }

    String chat() {
        return "http://chat.localhost:" + port;
    }

    /** The demo shop, whose pages belong to another site than the chat. */
    String shop() {
        return "http://shop.localhost:" + port + "/demo/?chat=" + chat();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        empty(FOLDER.resolve(name));
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        stop();
    }

    /** On the same port and with the same data. */
    void start() throws Exception {
        var builder = new ProcessBuilder(command()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("RAPPORT_"));
        process = builder.start();
        var ready = new CompletableFuture<Void>();
        var reader = new Thread(() -> read(process, ready), "product-output");
        reader.setDaemon(true);
        reader.start();
        ready.get(MINUTES, TimeUnit.MINUTES);
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("The product did not stop; its output: " + log());
        }
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", LAUNCHER.resolve("rapport-launcher.jar").toString()));
        return command;
    }

    private Map<String, String> settings() {
        return Map.of(
                "rapport.http.port",
                Integer.toString(port),
                "rapport.data",
                FOLDER.resolve(name).resolve("data").toString(),
                "rapport.db.programs",
                LAUNCHER.resolve("postgresql-programs").toString(),
                "rapport.start.timeout",
                "240",
                "rapport.admin.email",
                ADMINISTRATOR,
                "rapport.admin.password",
                PASSWORD,
                "rapport.demo",
                "on",
                "rapport.limits.address",
                PLENTY,
                "rapport.limits.token",
                PLENTY);
    }

    private void read(Process launched, CompletableFuture<Void> ready) {
        try (var output = new BufferedReader(new InputStreamReader(launched.getInputStream(), UTF_8));
                var file = Files.newBufferedWriter(log())) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.write(line + "\n");
                file.flush();
                if (line.contains("Ready after")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IllegalStateException("The product ended; its output: " + log()));
        } catch (IOException unreadable) {
            ready.completeExceptionally(unreadable);
        }
    }

    private Path log() {
        return FOLDER.resolve(name).resolve("launcher.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
