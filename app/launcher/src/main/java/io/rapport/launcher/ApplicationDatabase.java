package io.rapport.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The database {@code rapport} and its owner inside Rapport's own PostgreSQL. */
final class ApplicationDatabase {
    private ApplicationDatabase() {}

    /** Makes the user and the database where they are missing. */
    static void ensure(int port, DatabaseSecrets secrets) throws SQLException {
        try (Connection connection = connect(port, secrets)) {
            // The password must not reach a log that the operator has turned on.
            execute(connection, "SET log_statement = 'none'");
            execute(connection, "SET log_min_duration_statement = -1");
            if (missing(connection, "SELECT 1 FROM pg_roles WHERE rolname = 'rapport'")) {
                execute(connection, "CREATE ROLE rapport LOGIN PASSWORD '" + secrets.application() + "'");
            }
            if (missing(connection, "SELECT 1 FROM pg_database WHERE datname = 'rapport'")) {
                execute(connection, "CREATE DATABASE rapport OWNER rapport");
            }
        }
    }

    /** Connects as PostgreSQL's administrator. */
    static Connection connect(int port, DatabaseSecrets secrets) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword(secrets.administrator());
        source.setApplicationName("rapport-launcher");
        source.setConnectTimeout(5);
        source.setSocketTimeout(30);
        return source.getConnection();
    }

    private static boolean missing(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
