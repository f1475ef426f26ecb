package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The statements on API tokens. A token is in force until it expires or is revoked; revoked ones stay on record. */
@ApplicationScoped
class ApiTokenTable {

    /** How exact 'last used' is: so that a busy program doesn't write with every read. */
    static final Duration USED_EVERY = Duration.ofMinutes(1);

    private static final String FIND_AND_TOUCH = """
            with found as (
                select id, name, scopes, last_used_at from access.api_token
                where secret_hash = :hash and revoked_at is null and (expires_at is null or expires_at > :now)
            ), touched as (
                update access.api_token t set last_used_at = :now
                from found where t.id = found.id
                  and (found.last_used_at is null or found.last_used_at <= :usedBefore)
            )
            select id, name, scopes from found""";

    private static final String ADD = """
            insert into access.api_token
                (id, name, name_folded, secret_hash, scopes, created_at, created_by_id, created_by_name, expires_at)
            values (:id, :name, :folded, :hash, :scopes, :now, :agent, :agentName, :expires)""";

    private static final String COLUMNS =
            "id, name, scopes, created_at, created_by_id, created_by_name, expires_at, last_used_at, revoked_at";

    private static final String PAGE = "select " + COLUMNS
            + " from access.api_token where cast(:before as uuid) is null or id < cast(:before as uuid)"
            + " order by id desc limit :limit";

    private static final String IN_FORCE = """
            select 1 from access.api_token
            where name_folded = ? and revoked_at is null and (expires_at is null or expires_at > ?)""";

    private final Jdbi jdbi;
    private final Clock clock;

    /** For the container's proxy. */
    ApiTokenTable() {
        this(null, null);
    }

    @Inject
    ApiTokenTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The token in force that has this secret. One statement, which notes the use. */
    Optional<ApiToken> find(SecretToken secret) {
        OffsetDateTime now = now();
        return jdbi.withHandle(handle -> handle.createQuery(FIND_AND_TOUCH)
                .bind("hash", secret.hash())
                .bind("now", now)
                .bind("usedBefore", now.minus(USED_EVERY))
                .map((row, context) ->
                        new ApiToken(row.getObject("id", UUID.class), row.getString("name"), Set.copyOf(scopes(row))))
                .findOne());
    }

    /** Lets one transaction at a time make tokens; those that use them go on. */
    void oneAtATime() {
        jdbi.useHandle(handle -> handle.execute("lock table access.api_token in share update exclusive mode"));
    }

    /** Whether a token of that name is in force, in whatever case it is written. */
    boolean hasName(String name) {
        return jdbi.withHandle(handle -> handle.select(IN_FORCE, Agent.folded(name), now())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    void add(UUID id, ApiTokenTerms terms, SecretToken secret, AgentCard agent) {
        jdbi.useHandle(handle -> handle.createUpdate(ADD)
                .bind("id", id)
                .bind("name", terms.name())
                .bind("folded", Agent.folded(terms.name()))
                .bind("hash", secret.hash())
                .bindArray("scopes", String.class, terms.scopes())
                .bind("now", now())
                .bind("agent", agent.id())
                .bind("agentName", agent.name())
                .bind(
                        "expires",
                        terms.expires() == null ? null : terms.expires().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** The name of the token that was revoked just now; empty where there was nothing to revoke any more. */
    Optional<String> revoke(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("update access.api_token set revoked_at = :now"
                        + " where id = :id and revoked_at is null returning name")
                .bind("now", now())
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    Optional<ApiTokenLine> line(UUID id) {
        return jdbi.withHandle(handle -> handle.select("select " + COLUMNS + " from access.api_token where id = ?", id)
                .map((row, context) -> line(row))
                .findOne());
    }

    /**
     * The latest first.
     *
     * @param before the last id of the page before; null for the first page
     */
    List<ApiTokenLine> page(UUID before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> line(row))
                .list());
    }

    private static ApiTokenLine line(ResultSet row) throws SQLException {
        return new ApiTokenLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                scopes(row),
                row.getObject("created_by_id", UUID.class),
                row.getString("created_by_name"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static List<String> scopes(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("scopes").getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
