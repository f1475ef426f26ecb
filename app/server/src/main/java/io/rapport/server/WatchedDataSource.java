package io.rapport.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the pool gets its connections. While the database is away it gives none, at once; and those that wait for an answer
 * then are cut off, so that nobody waits for a database that stands still.
 *
 * <p>What the watch found is static, since the container makes the data source.
 */
public class WatchedDataSource extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;
    /** The SQLSTATE of a connection that could not be established. */
    private static final String NO_CONNECTION = "08001";

    private static final Set<Connection> OPEN = ConcurrentHashMap.newKeySet();
    private static volatile boolean away;

    /** Called by the container; an address may name another factory. */
    public WatchedDataSource() {
        setSocketFactory(WatchedSockets.class.getName());
    }

    static boolean isAway() {
        return away;
    }

    /** The database answers again. */
    static void back() {
        away = false;
    }

    /** The database does not answer: whoever waits for it fails now. May be called again and again. */
    static void away() {
        away = true;
        WatchedSockets.cutOff();
        // The pool is to see that they are of no use.
        for (Connection connection : OPEN) {
            OPEN.remove(connection);
            abort(connection);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        refuseWhileAway();
        Connection connection = super.getConnection(user, password);
        OPEN.removeIf(WatchedDataSource::isClosed);
        OPEN.add(connection);
        if (away) {
            abort(connection);
        }
        refuseWhileAway();
        return connection;
    }

    private static void refuseWhileAway() throws SQLException {
        if (away) {
            throw new SQLException("The database does not answer", NO_CONNECTION);
        }
    }

    /** Asks the driver only, not the database. */
    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyBroken) {
            // It is of no use to anybody either way.
        }
    }
}
