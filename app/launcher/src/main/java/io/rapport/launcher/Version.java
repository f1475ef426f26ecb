package io.rapport.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build put together. */
final class Version {
    static final String RAPPORT;
    static final String POSTGRESQL;

    static {
        var versions = new Properties();
        try (var file = Version.class.getResourceAsStream("version.properties")) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RAPPORT = versions.getProperty("rapport");
        POSTGRESQL = versions.getProperty("postgresql");
    }

    private Version() {}

    /** PostgreSQL's major version: data files of another one cannot be read. */
    static String postgresqlMajor() {
        return POSTGRESQL.substring(0, POSTGRESQL.indexOf('.'));
    }
}
