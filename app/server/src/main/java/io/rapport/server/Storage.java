package io.rapport.server;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * The one data source, handed out as Jdbi for set-based SQL; the persistence units of the modules name the same one, so
 * that all of a request's statements run on one connection in one transaction. It is not an XA source: there is but one.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = Storage.DATA_SOURCE,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=rapport.db.url:jdbc:postgresql://127.0.0.1:5432/rapport?stringtype=unspecified}",
        user = "${MPCONFIG=rapport.db.user:rapport}",
        password = "${MPCONFIG=rapport.db.password:}",
        minPoolSize = 4,
        maxPoolSize = 24,
        properties = {
            // A database that was restarted is noticed within a second, without asking before every statement.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            "fish.payara.max-wait-time-in-millis=3000"
        })
public class Storage {

    static final String DATA_SOURCE = "java:global/jdbc/rapport";

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

    DataSource dataSource() {
        return dataSource;
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
