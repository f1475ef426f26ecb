package io.rapport.access.internal;

import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The one-time links by which agents set their passwords: one an agent, good for a week and for one use. */
@ApplicationScoped
class PasswordLinks {

    static final Duration LIFE = Duration.ofDays(7);

    private static final String PAGE = "/console/join#";

    private static final String RENEW = """
            insert into access.password_link (agent_id, token_hash, expires_at) values (?, ?, ?)
            on conflict (agent_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at""";

    private static final String VALID = """
            from access.password_link where token_hash = ? and expires_at > ?""";

    private final Jdbi jdbi;
    private final Clock clock;
    private final String publicUrl;

    /** For the container's proxy. */
    PasswordLinks() {
        this(null, null, "");
    }

    @Inject
    PasswordLinks(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** A new link in place of the one before. Its token stands behind the #, so that it reaches no server's log. */
    PasswordLink renew(UUID agent) {
        SecretToken token = SecretToken.random();
        OffsetDateTime expires = now().plus(LIFE);
        jdbi.useHandle(handle -> handle.execute(RENEW, agent, token.hash(), expires));
        return new PasswordLink(publicUrl + PAGE + token.text(), expires.toInstant());
    }

    /** Throws the 403 {@link Problem} unless this token would do just now. */
    void check(SecretToken token) {
        boolean valid = jdbi.withHandle(handle -> handle.select("select 1 " + VALID, token.hash(), now())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
        if (!valid) {
            throw wrongLink();
        }
    }

    /** Uses the token up: whose it was; throws the 403 {@link Problem} when it is worth nothing. */
    UUID claim(SecretToken token) {
        return jdbi.withHandle(handle -> handle.select("delete " + VALID + " returning agent_id", token.hash(), now())
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(PasswordLinks::wrongLink));
    }

    void forget(UUID agent) {
        jdbi.useHandle(handle -> handle.execute("delete from access.password_link where agent_id = ?", agent));
    }

    static Problem wrongLink() {
        return Problem.of(
                403,
                "/problems/link-expired",
                "Link expired",
                "This link is not valid any more. Ask an administrator for a new one.");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
