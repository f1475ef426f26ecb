package io.rapport.attributes.internal;

import io.rapport.access.Problem;
import io.rapport.access.Remembered;
import io.rapport.access.UniqueViolation;
import io.rapport.attributes.AttributeDeclared;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.events.Actor;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
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
import java.util.List;
import java.util.Optional;

/** The definitions in the database, remembered until a transaction that changed them succeeded. */
@ApplicationScoped
public class StoredAttributeDefinitions implements AttributeDefinitions {

    /** The most definitions of a subject: as many as a subject may have values. All of them are read at once. */
    static final int MOST = Offer.MOST_KEYS;

    @PersistenceContext(unitName = "attributes")
    EntityManager entities;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    Event<DefinitionsChanged> changed;

    @Inject
    Event<AttributeDeclared> declared;

    @Inject
    UndeclaredKeys undeclared;

    @Inject
    Clock clock;

    private final Remembered<DefinitionsSnapshot> remembered = new Remembered<>(this::read);

    @Override
    public Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
        return BuiltIns.find(subject, key).or(() -> snapshot().find(subject, key));
    }

    @Override
    public List<AttributeDefinition> all(Subject.Kind subject) {
        return snapshot().all(subject);
    }

    @Override
    public boolean admitsUndeclared(Subject.Kind subject, SiteId site, String key) {
        return undeclared.admit(subject, site, key);
    }

    @Override
    @Transactional
    public AttributeDefinition create(AttributeDefinition wanted) {
        AttributeDefinition checked = DefinitionChecks.checked(wanted);
        DefinitionsSnapshot known = read();
        if (BuiltIns.find(checked.subject(), checked.key()).isPresent()
                || known.find(checked.subject(), checked.key()).isPresent()) {
            throw keyInUse();
        }
        if (known.all(checked.subject()).size() >= MOST) {
            throw Problem.conflict(
                    "/problems/too-many-attributes", "Too many attributes", "There are " + MOST + " already.");
        }
        Definition definition = new Definition(checked, clock.instant());
        store(definition);
        tell(checked.subject(), checked.key());
        AttributeDefinition made = definition.seen();
        if (undeclared.forget(made.subject(), made.key())) {
            declared.fire(new AttributeDeclared(
                    made.id(), made.subject(), made.key(), null, Actor.system(), clock.instant()));
        }
        return made;
    }

    /** The running transaction changed a definition. */
    void tell(Subject.Kind subject, String key) {
        transactions.putResource(DefinitionsChanged.class, Boolean.TRUE);
        changed.fire(new DefinitionsChanged(subject, key));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) DefinitionsChanged change) {
        remembered.forget();
    }

    /** A transaction that changed the definitions sees its own changes, and nobody else does before it succeeds. */
    private DefinitionsSnapshot snapshot() {
        boolean changedHere = transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(DefinitionsChanged.class) != null;
        return changedHere ? read() : remembered.get();
    }

    private DefinitionsSnapshot read() {
        return DefinitionsSnapshot.of(entities.createQuery("select d from Definition d", Definition.class)
                .getResultList());
    }

    private void store(Definition definition) {
        try {
            entities.persist(definition);
            entities.flush();
        } catch (PersistenceException refused) {
            throw UniqueViolation.isIn(refused) ? keyInUse() : refused;
        }
    }

    private static Problem keyInUse() {
        return Problem.conflict("/problems/attribute-key", "Key in use", "There is an attribute of that key already.");
    }
}
