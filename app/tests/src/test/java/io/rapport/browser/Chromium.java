package io.rapport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The browser of the journeys: the one that {@code CHROMIUM_PATH} names, else the machine's own, else the one that came by
 * npm. The system property {@code rapport.tests.chromium} set to {@code npm} asks for the last.
 */
final class Chromium {
    private static final Path OWN = Path.of("/usr/bin/chromium");
    private static final Path UNPACKED = Path.of("target", "chromium").toAbsolutePath();
    private static final Path DRIVER = Path.of("node_modules").toAbsolutePath();

    /** Nothing but this machine can be reached. */
    private static final List<String> ARGUMENTS = List.of(
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run");

    private Chromium() {}

    /** The driver is Node's program below {@code node_modules/package}; it must not look for browsers of its own. */
    static Playwright driver() {
        System.setProperty("playwright.cli.dir", DRIVER.toString());
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", "node");
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    }

    static Browser launch(Playwright driver) throws IOException, InterruptedException {
        var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS).setChromiumSandbox(false);
        Path installed = installed();
        if (installed == null) {
            options.setExecutablePath(unpack()).setEnv(environment());
        } else {
            options.setExecutablePath(installed);
        }
        return driver.chromium().launch(options);
    }

    /** Null where there is none. */
    private static Path installed() {
        if ("npm".equals(System.getProperty("rapport.tests.chromium"))) {
            return null;
        }
        String named = System.getenv("CHROMIUM_PATH");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        return Files.isExecutable(OWN) ? OWN : null;
    }

    private static Path unpack() throws IOException, InterruptedException {
        Files.createDirectories(UNPACKED);
        var builder = new ProcessBuilder(
                "node", Path.of("src", "test", "browser", "chromium.mjs").toString());
        builder.environment().put("TMPDIR", UNPACKED.toString());
        Process node = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String program = new String(node.getInputStream().readAllBytes()).strip();
        if (!node.waitFor(2, TimeUnit.MINUTES) || node.exitValue() != 0) {
            throw new IllegalStateException(
                    "Chromium could not be unpacked; set CHROMIUM_PATH to one that is installed");
        }
        return Path.of(program);
    }

    /** It brings its fonts, and the libraries that small machines lack. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put("FONTCONFIG_FILE", UNPACKED.resolve("fonts.conf").toString());
        environment.put("LD_LIBRARY_PATH", UNPACKED.resolve("al2023/lib").toString());
        return environment;
    }
}
