package io.rapport.server;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Asks the database twice a second, on a connection of its own, whether it is there: one that does not answer for two
 * seconds is away, and so is one that cannot be connected to. Statements may take longer than that as long as it is there.
 */
@WebListener
public class DatabaseWatch implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
    private static final long PERIOD_MILLIS = 500;
    private static final int PATIENCE_SECONDS = 2;
    /** An answer of the network that comes so quickly concerns the connection, not the database. */
    private static final long AT_ONCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The SQLSTATE of a database that is there, and has no connection left for the watch. */
    private static final String TOO_MANY_CONNECTIONS = "53300";

    @Resource
    ManagedThreadFactory threads;

    private final CountDownLatch ending = new CountDownLatch(1);
    private PGSimpleDataSource database;
    private Connection connection;

    @Override
    public void contextInitialized(ServletContextEvent application) {
        database = Storage.beside("rapport-watch");
        database.setConnectTimeout(PATIENCE_SECONDS);
        database.setLoginTimeout(PATIENCE_SECONDS);
        database.setSocketTimeout(PATIENCE_SECONDS);
        // A thread of its own: those of the timers may all be waiting for the database.
        threads.newThread(this::watch).start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent application) {
        ending.countDown();
        hangUp();
    }

    private void watch() {
        try {
            while (!ending.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure would end the watch: it is told, and the next look is tried. */
    private void look() {
        try {
            if (answers()) {
                tell(false, Level.INFO, "The database answers again");
                WatchedDataSource.back();
            } else {
                tell(true, Level.WARNING, "The database does not answer: calls are refused until it does");
                WatchedDataSource.away();
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Whether the database is there could not be asked", failed);
        }
    }

    private static void tell(boolean away, Level level, String what) {
        if (WatchedDataSource.isAway() != away) {
            LOG.log(level, what);
        }
    }

    private boolean answers() {
        long begin = System.nanoTime();
        return answersOnce() || System.nanoTime() - begin < AT_ONCE_NANOS && answersOnce();
    }

    private synchronized boolean answersOnce() {
        try {
            if (connection == null) {
                connection = database.getConnection();
            }
            if (connection.isValid(PATIENCE_SECONDS)) {
                return true;
            }
        } catch (SQLException unreachable) {
            LOG.log(Level.FINE, "The database does not answer", unreachable);
            if (TOO_MANY_CONNECTIONS.equals(unreachable.getSQLState())) {
                return true;
            }
        }
        hangUp();
        return false;
    }

    private synchronized void hangUp() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.log(Level.FINE, "The watch's connection was gone already", gone);
            }
        }
    }
}
