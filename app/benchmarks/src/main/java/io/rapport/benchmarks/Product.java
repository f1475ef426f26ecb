package io.rapport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as an operator starts it, on a data folder and a port of its own, with the limits out of the way. */
final class Product implements AutoCloseable {

    static final String EMAIL = "benchmark@example.com";
    static final String PASSWORD = "benchmark-benchmark";

    private static final Pattern DATABASE_PORT = Pattern.compile("PostgreSQL \\S+ on port (\\d+)");
    private static final long PATIENCE_SECONDS = 300;

    private final Process launcher;
    private final Path data;
    private final int port;
    private final int databasePort;

    private Product(Process launcher, Path data, int port, int databasePort) {
        this.launcher = launcher;
        this.data = data;
        this.port = port;
        this.databasePort = databasePort;
    }

    static Product start(Path launcherJar) throws IOException {
        Path data = Files.createTempDirectory("rapport-benchmark");
        int port = freePort();
        Path output = data.resolve("launcher.log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "java",
                "-Drapport.data=" + data.resolve("data"),
                "-Drapport.http.port=" + port,
                "-Drapport.start.timeout=" + PATIENCE_SECONDS,
                "-Drapport.limits.address=100000000",
                "-Drapport.limits.site=100000000",
                "-Drapport.limits.token=100000000",
                "-Drapport.admin.email=" + EMAIL,
                "-Drapport.admin.password=" + PASSWORD,
                "-jar",
                launcherJar.toString()));
        Process launcher = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Product(launcher, data, port, awaitReady(launcher, output));
    }

    /** Reads the launcher's words until it is ready; answers with the database's port. */
    private static int awaitReady(Process launcher, Path output) throws IOException {
        try {
            for (long waited = 0; waited < PATIENCE_SECONDS * 2; waited++) {
                String said = Files.readString(output);
                Matcher port = DATABASE_PORT.matcher(said);
                if (said.contains("Ready after") && port.find()) {
                    return Integer.parseInt(port.group(1));
                }
                if (launcher.waitFor(500, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        launcher.destroy();
        throw new IOException("Rapport did not start: " + Files.readString(output));
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    Connection connect() throws SQLException, IOException {
        Properties passwords = new Properties();
        try (InputStream file = Files.newInputStream(data.resolve("data/postgresql/passwords.properties"))) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/rapport",
                "rapport",
                passwords.getProperty("rapport"));
    }

    @Override
    public void close() throws IOException {
        launcher.destroy();
        try {
            launcher.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(data)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
