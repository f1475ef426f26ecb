package io.rapport.server;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source, handed out as Jdbi for set-based SQL; the persistence units of the modules name the same one, so
 * that all of a request's statements run on one connection in one transaction. It is not an XA source: there is but one.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = Storage.DATA_SOURCE,
        className = "io.rapport.server.WatchedDataSource",
        url = "${MPCONFIG=rapport.db.url:" + Storage.URL + "}",
        user = "${MPCONFIG=rapport.db.user:" + Storage.USER + "}",
        password = "${MPCONFIG=rapport.db.password:}",
        minPoolSize = 4,
        maxPoolSize = 24,
        properties = {
            // A database that was restarted is noticed within a second, without asking before every statement.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=1500"
        })
public class Storage {

    static final String DATA_SOURCE = "java:global/jdbc/rapport";

    static final String URL = "jdbc:postgresql://127.0.0.1:5432/rapport?stringtype=unspecified";
    static final String USER = "rapport";

    private final DataSource dataSource = find();

    @Produces
    @Singleton
    Jdbi jdbi() {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        return jdbi;
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Connections beside the pool, to be adjusted by whoever uses them: the watch is impatient, migrations are not.
     *
     * @param name what the database's own lists call them
     */
    static PGSimpleDataSource beside(String name) {
        Config config = ConfigProvider.getConfig();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(setting(config, "rapport.db.url", URL));
        source.setUser(setting(config, "rapport.db.user", USER));
        source.setPassword(setting(config, "rapport.db.password", ""));
        source.setApplicationName(name);
        return source;
    }

    private static String setting(Config config, String key, String standard) {
        return config.getOptionalValue(key, String.class).orElse(standard);
    }

    /** By its global name, since an injected one goes through {@code java:comp/env}, which is not there while CDI starts. */
    private static DataSource find() {
        try {
            return InitialContext.doLookup(DATA_SOURCE);
        } catch (NamingException undefined) {
            throw new IllegalStateException("The data source is not defined", undefined);
        }
    }
}
