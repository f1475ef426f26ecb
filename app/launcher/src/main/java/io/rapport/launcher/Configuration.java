package io.rapport.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The checked settings that the launcher itself acts on.
 *
 * @param externalDatabase empty: Rapport's own PostgreSQL
 * @param databaseOptions further settings of that PostgreSQL
 * @param databasePrograms where its programs are unpacked
 * @param memory the server's heap, in the notation of {@code -Xmx}
 * @param war empty: the one that was built
 */
record Configuration(
        int port,
        InetAddress address,
        String publicUrl,
        Path data,
        Optional<DatabaseAddress> externalDatabase,
        Map<String, String> databaseOptions,
        Optional<Path> databasePrograms,
        String memory,
        List<String> serverOptions,
        Optional<Path> war,
        Duration startTimeout,
        Duration stopTimeout) {

    /** Options that would take the database out of the launcher's hands. */
    private static final Set<String> RESERVED = Set.of(
            "port", "listen_addresses", "unix_socket_directories", "data_directory", "hba_file", "logging_collector");

    /** As a parameter, or in front of the host as in other sorts of addresses. */
    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile("[?&]password=|^jdbc:postgresql://[^/?]*@", Pattern.CASE_INSENSITIVE);

    static Configuration from(Settings settings) throws StartFailure {
        checkAdministrator(settings);
        checkFolder(settings, "rapport.plugins");
        checkProxies(settings);
        checkLimits(settings);
        if (!settings.get("rapport.cluster").equals("off")) {
            throw settings.broken("rapport.cluster", "off in this version");
        }
        int port = settings.number("rapport.http.port", 1, 65535);
        return new Configuration(
                port,
                address(settings),
                publicUrl(settings, port),
                data(settings),
                externalDatabase(settings),
                databaseOptions(settings),
                settings.find("rapport.db.programs").map(Path::of).map(Path::toAbsolutePath),
                memory(settings),
                settings.find("rapport.server.options")
                        .map(text -> List.of(text.split("\\s+")))
                        .orElse(List.of()),
                war(settings),
                Duration.ofSeconds(settings.number("rapport.start.timeout", 5, 3600)),
                Duration.ofSeconds(settings.number("rapport.stop.timeout", 1, 600)));
    }

    private static void checkAdministrator(Settings settings) throws StartFailure {
        Optional<String> email = settings.find("rapport.admin.email");
        if (email.isPresent() != settings.find("rapport.admin.password").isPresent()) {
            throw new StartFailure("rapport.admin.email and rapport.admin.password go together: set both or neither.");
        }
        if (email.isPresent() && !email.get().contains("@")) {
            throw settings.broken("rapport.admin.email", "an e-mail address");
        }
    }

    private static void checkFolder(Settings settings, String key) throws StartFailure {
        if (settings.find(key)
                .filter(folder -> !Files.isDirectory(Path.of(folder)))
                .isPresent()) {
            throw settings.broken(key, "an existing folder: make it, or correct the setting");
        }
    }

    private static void checkProxies(Settings settings) throws StartFailure {
        for (String range : settings.find("rapport.proxy.trusted").orElse("").split(",")) {
            if (!range.isBlank() && !AddressRange.isValid(range.strip())) {
                throw settings.broken(
                        "rapport.proxy.trusted",
                        "addresses or networks such as 10.0.0.1 or 10.0.0.0/8, separated by commas, and no host names");
            }
        }
    }

    private static void checkLimits(Settings settings) throws StartFailure {
        for (String key : settings.keys()) {
            if (key.startsWith("rapport.limits.")) {
                settings.number(key, 1, Integer.MAX_VALUE);
            }
        }
    }

    private static InetAddress address(Settings settings) throws StartFailure {
        try {
            return InetAddress.getByName(settings.get("rapport.http.address"));
        } catch (UnknownHostException e) {
            throw settings.broken("rapport.http.address", "an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
    }

    private static String publicUrl(Settings settings, int port) throws StartFailure {
        String text = settings.find("rapport.public.url")
                .orElse("http://localhost:" + port)
                .replaceAll("/+$", "");
        try {
            URI url = URI.create(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // The answer below says what is wanted.
        }
        throw settings.broken("rapport.public.url", "an address like https://chat.example.org");
    }

    private static Path data(Settings settings) {
        Path folder = settings.find("rapport.data").map(Path::of).orElseGet(() -> {
            String base = System.getenv("XDG_DATA_HOME");
            return base != null && base.startsWith("/")
                    ? Path.of(base, "rapport")
                    : Path.of(System.getProperty("user.home"), ".local", "share", "rapport");
        });
        return folder.toAbsolutePath().normalize();
    }

    private static Optional<DatabaseAddress> externalDatabase(Settings settings) throws StartFailure {
        Optional<String> url = settings.find("rapport.db.url");
        if (url.isEmpty()) {
            return Optional.empty();
        }
        checkDatabaseUrl(url.get());
        if (settings.find("rapport.db.options").isPresent()) {
            throw new StartFailure("rapport.db.options is for Rapport's own PostgreSQL: remove it, or rapport.db.url.");
        }
        return Optional.of(new DatabaseAddress(
                url.get(),
                settings.find("rapport.db.user").orElse("rapport"),
                settings.find("rapport.db.password").orElse("")));
    }

    /** None of the messages repeats the URL: it may hold the password that should stand elsewhere. */
    private static void checkDatabaseUrl(String url) throws StartFailure {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure(
                    "rapport.db.url must be a PostgreSQL address like jdbc:postgresql://host:5432/rapport.");
        }
        if (PASSWORD_IN_URL.matcher(url).find()) {
            throw new StartFailure("rapport.db.url must not hold the password, since addresses are printed and logged:"
                    + " move it to rapport.db.password.");
        }
    }

    private static Map<String, String> databaseOptions(Settings settings) throws StartFailure {
        var options = new LinkedHashMap<String, String>();
        String text = settings.find("rapport.db.options").orElse("");
        for (String part : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] option = part.strip().split("=", 2);
            if (option.length < 2 || !option[0].strip().matches("[a-z_][a-z0-9_.]*")) {
                throw settings.broken("rapport.db.options", "name=value, separated by commas");
            }
            if (RESERVED.contains(option[0].strip())) {
                throw new StartFailure(
                        "rapport.db.options must not set %s: Rapport sets it.".formatted(option[0].strip()));
            }
            options.put(option[0].strip(), option[1].strip());
        }
        return options;
    }

    private static String memory(Settings settings) throws StartFailure {
        String memory = settings.get("rapport.server.memory");
        if (!memory.matches("[1-9][0-9]*[kKmMgG]")) {
            throw settings.broken("rapport.server.memory", "a number with k, m or g, such as 768m");
        }
        return memory;
    }

    private static Optional<Path> war(Settings settings) throws StartFailure {
        Optional<Path> war = settings.find("rapport.server.war").map(Path::of).map(Path::toAbsolutePath);
        if (war.isPresent() && !Files.exists(war.get())) {
            throw settings.broken("rapport.server.war", "an existing WAR file");
        }
        return war;
    }
}
