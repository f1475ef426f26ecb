package io.rapport.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** What this machine gives at this minute: single-row inserts over JDBC by 16 threads into the product's own database. */
final class Calibration {

    private Calibration() {}

    static Load.Result inserts(Product product, int connections, Duration time)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        Connection[] open = new Connection[connections];
        try {
            for (int at = 0; at < connections; at++) {
                open[at] = product.connect();
            }
            try (Statement statement = open[0].createStatement()) {
                statement.execute("create schema if not exists calibration");
                statement.execute("create table if not exists calibration.row (id bigserial primary key, text text)");
            }
            return Load.run(connections, time, 0, at -> insertInto(open[at]));
        } finally {
            for (Connection connection : open) {
                if (connection != null) {
                    connection.close();
                }
            }
        }
    }

    private static Load.Work insertInto(Connection connection) {
        return () -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into calibration.row (text) values (?)")) {
                insert.setString(1, "a message of an ordinary length, as people write them");
                insert.executeUpdate();
            }
        };
    }
}
