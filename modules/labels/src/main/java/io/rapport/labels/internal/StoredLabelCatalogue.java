package io.rapport.labels.internal;

import io.rapport.access.Problem;
import io.rapport.access.Remembered;
import io.rapport.access.UniqueViolation;
import io.rapport.events.LabelId;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.NewLabel;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The catalogue in the database, remembered until a transaction that changed it succeeded. */
@ApplicationScoped
public class StoredLabelCatalogue implements LabelCatalogue {

    /** The most labels there may be: all of them are read at once. */
    static final int MOST = 10_000;

    @PersistenceContext(unitName = "labels")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    Event<CatalogueChanged> changed;

    @Inject
    Clock clock;

    private final Remembered<CatalogueSnapshot> remembered = new Remembered<>(this::read);

    @Override
    public Optional<LabelCard> find(LabelId id) {
        return Optional.ofNullable(snapshot().byId().get(id));
    }

    @Override
    public Optional<LabelCard> named(String name) {
        return name == null
                ? Optional.empty()
                : Optional.ofNullable(snapshot().byFoldedName().get(LabelName.fold(name)));
    }

    @Override
    public Map<LabelId, LabelCard> cards(Collection<LabelId> ids) {
        Map<LabelId, LabelCard> all = snapshot().byId();
        Map<LabelId, LabelCard> cards = new LinkedHashMap<>();
        ids.stream().map(all::get).filter(Objects::nonNull).forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    @Override
    public List<LabelCard> all() {
        return snapshot().byName();
    }

    @Override
    @Transactional
    public LabelCard create(NewLabel wanted) {
        Label label = LabelChecks.label(wanted, clock.instant());
        CatalogueSnapshot known = read();
        if (known.byFoldedName().containsKey(label.foldedName())) {
            throw nameInUse();
        }
        if (known.byName().size() >= MOST) {
            throw Problem.conflict(
                    "/problems/too-many-labels", "Too many labels", "There are " + MOST + " labels already.");
        }
        store(label);
        transactions.putResource(CatalogueChanged.class, Boolean.TRUE);
        LabelCard card = label.card(severalOf());
        changed.fire(new CatalogueChanged(card.id()));
        return card;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CatalogueChanged change) {
        remembered.forget();
    }

    /** A transaction that changed the catalogue sees its own changes, and nobody else does before it succeeds. */
    private CatalogueSnapshot snapshot() {
        boolean changedHere = transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(CatalogueChanged.class) != null;
        return changedHere ? read() : remembered.get();
    }

    private CatalogueSnapshot read() {
        List<Label> labels =
                entities.createQuery("select l from Label l", Label.class).getResultList();
        return CatalogueSnapshot.of(labels, severalOf());
    }

    private Set<String> severalOf() {
        return new HashSet<>(
                entities.createQuery("select s.key from LabelScope s where s.exclusive = false", String.class)
                        .getResultList());
    }

    private void store(Label label) {
        try {
            entities.persist(label);
            entities.flush();
        } catch (PersistenceException refused) {
            throw UniqueViolation.isIn(refused) ? nameInUse() : refused;
        }
    }

    private static Problem nameInUse() {
        return Problem.conflict("/problems/label-name", "Name in use", "There is a label of that name already.");
    }
}
