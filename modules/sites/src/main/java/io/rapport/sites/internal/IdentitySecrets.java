package io.rapport.sites.internal;

import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.events.SiteId;
import io.rapport.events.TimeOrderedId;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The secrets that a site's own server signs identity tokens with. Two are good at a time, so that one can be exchanged
 * for the next without turning anybody away: a third ends the oldest, and each can be retired by itself.
 */
@ApplicationScoped
public class IdentitySecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int GOOD_AT_A_TIME = 2;

    /** A secret without what it is. */
    record Known(UUID id, Instant createdAt) {}

    /** A new secret, told this once. */
    record Fresh(UUID id, String secret, Instant createdAt) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Sites sites;

    @Inject
    Clock clock;

    /** Makes the next secret; throws Problem 404. */
    @Transactional
    public Fresh rotate(UUID site, Actor actor) {
        lock(site);
        Fresh fresh = new Fresh(TimeOrderedId.next(), random(), clock.instant());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into sites.identity_secret (id, site_id, secret, created_at)
                        values (:id, :site, :secret, :at)""")
                .bind("id", fresh.id())
                .bind("site", site)
                .bind("secret", fresh.secret())
                .bind("at", utc(fresh.createdAt()))
                .execute());
        note(actor, "identitySecretMade", site, fresh.id());
        of(site).stream().skip(GOOD_AT_A_TIME).forEach(old -> end(site, old.id(), actor));
        return fresh;
    }

    /** Ends a secret at once; throws Problem 404. */
    @Transactional
    public void retire(UUID site, UUID secret, Actor actor) {
        lock(site);
        end(site, secret, actor);
    }

    /** The secrets that are good, newest first; throws Problem 404. */
    List<Known> of(UUID site) {
        existing(site);
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, created_at from sites.identity_secret where site_id = :site order by id desc")
                .bind("site", site)
                .map((row, context) -> new Known(
                        row.getObject("id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** What tokens of the site may be signed with, newest first. */
    List<String> inForce(SiteId site) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select secret from sites.identity_secret where site_id = :site order by id desc")
                .bind("site", site.value())
                .mapTo(String.class)
                .list());
    }

    private void end(UUID site, UUID secret, Actor actor) {
        int ended = jdbi.withHandle(
                handle -> handle.createUpdate("delete from sites.identity_secret where id = :id and site_id = :site")
                        .bind("id", secret)
                        .bind("site", site)
                        .execute());
        if (ended == 0) {
            throw Problem.notFound("secret");
        }
        note(actor, "identitySecretRetired", site, secret);
    }

    /** One exchange at a time: two at once would end what both believe to be good. */
    private void lock(UUID site) {
        existing(site);
        jdbi.useHandle(handle -> handle.createQuery("select id from sites.site where id = :id for update")
                .bind("id", site)
                .mapTo(UUID.class)
                .one());
    }

    private void existing(UUID site) {
        if (sites.find(new SiteId(site)).isEmpty()) {
            throw Problem.notFound("site");
        }
    }

    private void note(Actor actor, String action, UUID site, UUID secret) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into sites.audit (id, at, actor_kind, actor_id, actor_name, action, site_id, secret_id)
                        values (:id, :at, :kind, :actor, :name, :action, :site, :secret)""")
                .bind("id", TimeOrderedId.next())
                .bind("at", utc(clock.instant()))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .bind("action", action)
                .bind("site", site)
                .bind("secret", secret)
                .execute());
    }

    /** 256 bits, as many as HS256 asks of a key (RFC 7518, section 3.2); what is shown is the key, character for character. */
    private static String random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
