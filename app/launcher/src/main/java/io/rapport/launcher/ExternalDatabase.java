package io.rapport.launcher;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL that somebody else runs. */
final class ExternalDatabase {
    private static final int OLDEST_MAJOR = 14;

    private ExternalDatabase() {}

    /** Refuses an address that does not answer, or answers as a PostgreSQL that is too old. */
    static void check(DatabaseAddress address) throws StartFailure {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "10");
        try (var connection = DriverManager.getConnection(address.url(), properties)) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new StartFailure(
                        "The database at rapport.db.url is PostgreSQL %d, but Rapport needs %d or newer: upgrade it."
                                .formatted(major, OLDEST_MAJOR));
            }
        } catch (SQLException e) {
            throw new StartFailure(
                    "The database %s cannot be used (%s): correct rapport.db.url, rapport.db.user, rapport.db.password."
                            .formatted(address, reason(e, address)),
                    e);
        }
    }

    /** What the driver says, which may repeat the URL. */
    private static String reason(SQLException e, DatabaseAddress address) {
        return String.valueOf(e.getMessage()).replace(address.url(), address.withoutParameters());
    }
}
