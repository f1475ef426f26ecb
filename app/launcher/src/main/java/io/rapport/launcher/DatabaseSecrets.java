package io.rapport.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of Rapport's own PostgreSQL: random, kept in a file that only its owner can read.
 *
 * @param administrator of PostgreSQL's user {@code postgres}
 * @param application of the user {@code rapport}
 */
record DatabaseSecrets(String administrator, String application) {
    static DatabaseSecrets random() {
        return new DatabaseSecrets(password(), password());
    }

    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static DatabaseSecrets read(Path file) throws StartFailure {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, UTF_8)) {
            // A copy that came back from a backup may be open to others; one of another owner is left to the data
            // folder.
            PrivateFiles.keepPrivate(file);
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(
                    "The database's passwords in %s cannot be read (%s): put the file back from a backup."
                            .formatted(file, e),
                    e);
        }
        String administrator = properties.getProperty("postgres");
        String application = properties.getProperty("rapport");
        if (administrator == null || application == null) {
            throw new StartFailure(
                    "The database's passwords are missing from %s: put the file back from a backup.".formatted(file));
        }
        return new DatabaseSecrets(administrator, application);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(
                file,
                "# Passwords of the PostgreSQL that Rapport brings, by user.\npostgres=%s\nrapport=%s\n"
                        .formatted(administrator, application));
    }

    @Override
    public String toString() {
        return "DatabaseSecrets";
    }
}
