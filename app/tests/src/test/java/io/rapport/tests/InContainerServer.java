package io.rapport.tests;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import io.rapport.launcher.EmbeddedDatabase;
import io.rapport.plugin.geoip.MaxMindFileWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What the server of an in-container test needs before Arquillian starts it: PostgreSQL, a geo database, plugins in the
 * drop folder, and the settings. To be named in front of Arquillian's own extension.
 *
 * <p>Paths stay relative to the module's folder, since Arquillian cuts options at blanks.
 */
final class InContainerServer implements BeforeAllCallback, AfterAllCallback {
    static final String BONUS = "1000";
    /** The slow plugin waits for it. */
    static final Path GATE = Path.of("target", "in-container", "gate");

    private static final Path FOLDER = Path.of("target", "in-container");
    private static final Path LOG = FOLDER.resolve("server.log.0");
    private static final Duration START = Duration.ofMinutes(5);
    private static final String LISTENER =
            "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

    private static Running running;
    private static EmbeddedDatabase database;

    /** The product, once it answers. */
    static Running rapport() {
        await("the product is ready (its log: " + LOG.toAbsolutePath() + ")")
                .atMost(START)
                .ignoreExceptions()
                .until(() -> running.anybody().get("/health/ready").status() == 200);
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        TestFolder.empty("in-container");
        database = EmbeddedDatabase.in(FOLDER.resolve("postgresql"))
                .programs(Settings.PROGRAMS)
                .start();
        int port = Settings.freePort();
        running = new Running(URI.create("http://127.0.0.1:" + port), new Database(database.address()));
        for (DroppedPlugin plugin : DroppedPlugin.values()) {
            plugin.into(FOLDER.resolve("plugins"));
        }
        writeArguments(port);
        configureArquillian(port);
    }

    /** By a file, so that no password stands in the list of processes. */
    private static void writeArguments(int port) throws IOException {
        Files.writeString(FOLDER.resolve("boot-commands.txt"), "set %s=127.0.0.1\n".formatted(LISTENER));
        Files.writeString(
                FOLDER.resolve("java.arguments"),
                settings(port).entrySet().stream()
                        .map(setting -> "\"-D%s=%s\"\n".formatted(setting.getKey(), setting.getValue()))
                        .collect(joining("", "-Xmx768m\n-XX:TieredStopAtLevel=1\n", "")));
    }

    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new TreeMap<>(Settings.at(port));
        settings.put("rapport.db.url", database.address().url() + "?stringtype=unspecified&reWriteBatchedInserts=true");
        settings.put("rapport.db.user", database.address().user());
        settings.put("rapport.db.password", database.address().password());
        settings.put("rapport.data", FOLDER.resolve("data").toAbsolutePath().toString());
        settings.put(
                "rapport.plugins", FOLDER.resolve("plugins").toAbsolutePath().toString());
        settings.put("rapport.plugin.loyalty.bonus", BONUS);
        settings.put("rapport.plugin.slow.gate", GATE.toAbsolutePath().toString());
        settings.put("rapport.plugin.slow.time-limit", "PT20S");
        settings.put("rapport.plugin.geoip.database", places().toAbsolutePath().toString());
        return settings;
    }

    private static Path places() {
        return new MaxMindFileWriter(28, "GeoLite2-City")
                .addPlace("113.160.92.0/24", "VN", "Ho Chi Minh", "Ho Chi Minh City", "Asia/Ho_Chi_Minh")
                .addPlace("2a02:8100:1::/48", "DE", "Land Berlin", "Berlin", "Europe/Berlin")
                .write(FOLDER.resolve("places.mmdb"));
    }

    private static void configureArquillian(int port) {
        String jar = Settings.LAUNCHER.resolve("payara-micro.jar").toString();
        System.setProperty("payara.microJar", jar);
        System.setProperty("payara.randomHttpPort", "false");
        System.setProperty("payara.autoBindHttp", "false");
        System.setProperty("payara.consoleOutput", "false");
        System.setProperty("payara.startupTimeoutInSeconds", Long.toString(START.toSeconds()));
        System.setProperty("payara.cmdOptions", "@" + FOLDER.resolve("java.arguments"));
        System.setProperty(
                "payara.extraMicroOptions",
                "--nohazelcast --disablephonehome --port %d --prebootcommandfile %s --logtofile %s"
                        .formatted(port, FOLDER.resolve("boot-commands.txt"), FOLDER.resolve("server.log")));
    }

    /** Arquillian has told the server to stop; the database stays until it has. */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            if (child.info().commandLine().orElse("").contains("payara-micro.jar")) {
                child.onExit().get(START.toSeconds(), TimeUnit.SECONDS);
            }
        }
        if (database != null) {
            database.close();
        }
    }
}
