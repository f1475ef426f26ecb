package io.rapport.access.internal;

import io.rapport.access.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A real PostgreSQL with this module's schema, one for all tests, and transactions like the container's. */
final class AccessDatabase {

    private static final AccessDatabase INSTANCE = new AccessDatabase();

    private final DataSource dataSource;
    private final EntityManagerFactory factory;
    private final AtomicInteger statements = new AtomicInteger();

    private AccessDatabase() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            dataSource = postgres.getDatabase("postgres", "postgres", Map.of("stringtype", "unspecified"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("access")
                .defaultSchema("access")
                .locations("classpath:db/access")
                .load()
                .migrate();
        factory = Persistence.createEntityManagerFactory(
                "access",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource,
                        "eclipselink.weaving", "false",
                        "eclipselink.logging.level", "WARNING"));
    }

    static AccessDatabase empty() {
        INSTANCE.jdbi()
                .useHandle(handle -> handle.execute("truncate access.agent, access.sign_in, access.sign_in_attempts,"
                        + " access.first_administrator_token, access.audit, access.api_token cascade"));
        INSTANCE.statements.set(0);
        return INSTANCE;
    }

    /** Every statement commits by itself, and is counted. */
    Jdbi jdbi() {
        Jdbi jdbi = Jdbi.create(dataSource);
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        });
        return jdbi;
    }

    int statements() {
        return statements.get();
    }

    /** Runs work in one transaction, in which JPA and Jdbi share the connection. */
    <T> T inTransaction(BiFunction<Jdbi, EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(Jdbi.create(entities.unwrap(Connection.class)), entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    UUID agent(String name, Role role, String passwordHash) {
        Agent agent = Agent.joining(name, name + "@Example.org", role, passwordHash, new MovableClock().instant());
        return inTransaction((jdbi, entities) -> {
            new AgentRepository(entities).add(agent);
            return agent.card().id();
        });
    }

    int count(String table) {
        return jdbi().withHandle(handle -> handle.select("select count(*)::int from access." + table)
                .mapTo(Integer.class)
                .one());
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
