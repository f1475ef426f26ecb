package io.rapport.attributes.internal;

import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The keys that are used without a definition, by site. What is known to be there is remembered, so that using a key
 * again costs no statement.
 */
@ApplicationScoped
public class UndeclaredKeys {

    /** The most keys of a site that have no definition: pages that make one up for each visit would fill the lists. */
    static final int MOST_OF_A_SITE = 1_000;

    private static final String ADD = """
            insert into attributes.undeclared_key (subject, key, site_id, first_seen)
            values (:subject, :key, cast(:site as uuid), cast(:at as timestamptz))
            on conflict do nothing""";

    /** A key of a site. */
    record Used(Subject.Kind subject, String key) {}

    /** A site has another key; told inside the transaction, heard after it. */
    record KeyAdded(SiteId site) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Event<KeyAdded> added;

    private final Map<SiteId, Set<Used>> known = new ConcurrentHashMap<>();

    /**
     * Whether a site's visitors may use the key, which is noted in the running transaction.
     *
     * @param site null where it is not known: noted, not counted
     */
    boolean admit(Subject.Kind subject, SiteId site, String key) {
        if (site != null) {
            Used used = new Used(subject, key);
            if (remembered(site).contains(used)) {
                return true;
            }
            lock(site);
            Set<Used> today = of(site);
            if (today.contains(used)) {
                known.remove(site);
                return true;
            }
            if (today.size() >= MOST_OF_A_SITE) {
                return false;
            }
        }
        note(subject, site, key);
        return true;
    }

    /** Notes that a key has values and no definition any more. */
    void leave(Subject.Kind subject, String key) {
        note(subject, null, key);
    }

    /** The key has a definition now; false when it was not noted at all. */
    boolean forget(Subject.Kind subject, String key) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from attributes.undeclared_key where subject = :subject and key = :key")
                        .bind("subject", subject.token())
                        .bind("key", key)
                        .execute())
                > 0;
    }

    /**
     * Keys in their order.
     *
     * @param site only those used there, and those left behind; null for all
     * @param after the key after which to go on; empty at the beginning
     */
    List<String> page(Subject.Kind subject, SiteId site, String after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct key from attributes.undeclared_key
                         where subject = :subject and key > :after
                           and (cast(:site as uuid) is null or site_id is null or site_id = cast(:site as uuid))
                         order by key limit :limit""")
                .bind("subject", subject.token())
                .bind("after", after)
                .bind("site", site == null ? null : site.toString())
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** After a failure, too: what was read meanwhile may have held the key. */
    void on(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeyAdded event) {
        known.remove(event.site());
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) DefinitionsChanged event) {
        known.clear();
    }

    private Set<Used> remembered(SiteId site) {
        Set<Used> keys = known.get(site);
        if (keys == null) {
            keys = of(site);
            known.put(site, keys);
        }
        return keys;
    }

    private void note(Subject.Kind subject, SiteId site, String key) {
        jdbi.useHandle(handle -> bound(handle.createUpdate(ADD), subject, site, key)
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        if (site != null) {
            added.fire(new KeyAdded(site));
        }
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Subject.Kind subject, SiteId site, String key) {
        return statement
                .bind("subject", subject.token())
                .bind("key", key)
                .bind("site", site == null ? null : site.toString());
    }

    /** Two visits at once may bring the last key that there is room for. */
    private void lock(SiteId site) {
        jdbi.withHandle(
                handle -> handle.createQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                        .bind("name", "attributes.undeclared_key " + site)
                        .mapTo(String.class)
                        .one());
    }

    private Set<Used> of(SiteId site) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select subject, key from attributes.undeclared_key where site_id = :site")
                .bind("site", site.value())
                .map((row, context) -> new Used(Subject.Kind.of(row.getString("subject")), row.getString("key")))
                .set());
    }
}
