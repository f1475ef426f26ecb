package io.rapport.sites.internal;

import io.rapport.access.Problem;
import io.rapport.access.Remembered;
import io.rapport.access.UniqueViolation;
import io.rapport.events.SiteId;
import io.rapport.sites.PreChatField;
import io.rapport.sites.PreChatQuestions;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The sites in the database, read once and kept until one changes. */
@ApplicationScoped
public class StoredSites implements Sites {

    /** More sites than any team runs; a bound, so that one read stays one read. */
    private static final int MOST = 1_000;

    /** Told inside the transaction that changed a site; heard once it is committed. */
    record SitesChanged() {}

    @PersistenceContext(unitName = "sites")
    EntityManager entities;

    @Inject
    Event<SitesChanged> changed;

    @Inject
    @Any
    Instance<PreChatQuestions> questions;

    private final Remembered<List<SiteCard>> known = new Remembered<>(this::read);

    @Override
    public Optional<SiteCard> find(SiteId id) {
        return all().stream().filter(site -> site.id().equals(id)).findFirst();
    }

    @Override
    public Optional<SiteCard> byKey(String key) {
        return all().stream().filter(site -> site.key().equals(key)).findFirst();
    }

    @Override
    public List<SiteCard> all() {
        return known.get();
    }

    @Override
    public boolean none() {
        return all().isEmpty();
    }

    @Override
    @Transactional
    public SiteCard create(SiteCard card) {
        SiteRules.check(card, question -> faultOf(card.id(), question));
        List<SiteCard> all = read();
        if (all.size() >= MOST) {
            throw Problem.conflict("/problems/too-many", "Too many sites", "There are " + MOST + " sites already.");
        }
        if (all.stream().anyMatch(site -> site.key().equals(card.key()))) {
            throw keyInUse(card);
        }
        Site site = new Site(card);
        store(site, card);
        changed.fire(new SitesChanged());
        return site.card();
    }

    private Optional<String> faultOf(SiteId site, PreChatField question) {
        return questions.stream()
                .flatMap(asked -> asked.faultOf(site, question).stream())
                .findFirst();
    }

    /** Two at once see neither of the other's: the index decides. */
    private void store(Site site, SiteCard card) {
        try {
            entities.persist(site);
            entities.flush();
        } catch (PersistenceException refused) {
            throw UniqueViolation.isIn(refused) ? keyInUse(card) : refused;
        }
    }

    private static Problem keyInUse(SiteCard card) {
        return Problem.conflict("/problems/key-in-use", "Key in use", "Another site has the key " + card.key() + ".");
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SitesChanged event) {
        known.forget();
    }

    private List<SiteCard> read() {
        return entities.createQuery("select s from Site s order by s.name, s.id", Site.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(Site::card)
                .toList();
    }
}
