package io.rapport.tests;

import io.rapport.launcher.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The product's database, looked at from outside: to count rows, never to stand in for a call of the API. */
record Database(DatabaseAddress address) {

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                address.url() + "?stringtype=unspecified&ApplicationName=tests", address.user(), address.password());
    }

    /** The first column of the first row. */
    long count(String sql, Object... parameters) {
        return Long.parseLong(texts(sql, parameters).get(0));
    }

    /** The first column of every row. */
    List<String> texts(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    void execute(String sql, Object... parameters) {
        try (Connection connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** How many rows each table of the product holds. */
    Map<String, Long> rows() {
        String counts = texts("select table_schema || '.' || table_name from information_schema.tables "
                        + "where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') "
                        + "and table_name <> 'flyway_schema_history'")
                .stream()
                .map(table -> "select '" + table + "=' || count(*) from " + table)
                .collect(Collectors.joining(" union all "));
        Map<String, Long> rows = new TreeMap<>();
        for (String row : texts(counts)) {
            int at = row.indexOf('=');
            rows.put(row.substring(0, at), Long.valueOf(row.substring(at + 1)));
        }
        return rows;
    }
}
