package io.rapport.attributes.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeSites;
import io.rapport.attributes.AttributeUser;
import io.rapport.attributes.AttributeUsers;
import io.rapport.events.SiteId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What administrators do to definitions, each in one transaction. */
@ApplicationScoped
public class DefinitionChanges {

    @PersistenceContext(unitName = "attributes")
    EntityManager entities;

    @Inject
    StoredAttributeDefinitions definitions;

    @Inject
    UndeclaredKeys undeclared;

    @Inject
    @Any
    Instance<AttributeUsers> users;

    @Inject
    @Any
    Instance<AttributeSites> sites;

    /** Declares an attribute; throws Problem 422 or 409. */
    @Transactional
    public AttributeDefinition declare(AttributeDefinition wanted) {
        refuseUnknown(wanted.sites());
        return definitions.create(wanted);
    }

    /** The definition; throws Problem 404. */
    @Transactional
    public AttributeDefinition read(UUID id) {
        return existing(id, LockModeType.NONE).seen();
    }

    /**
     * Changes a definition.
     *
     * @param version the version that was seen; null skips the check
     * @throws Problem 404, 412 when somebody else was first, 409 when something uses an option that would go, 422
     */
    @Transactional
    public AttributeDefinition change(UUID id, Long version, Map<String, Object> patch) {
        Definition definition = seen(id, version);
        AttributeDefinition before = definition.seen();
        AttributeDefinition wanted = DefinitionChecks.checked(DefinitionPatch.applied(before, patch));
        Set<SiteId> added = new HashSet<>(wanted.sites());
        added.removeAll(before.sites());
        refuseUnknown(added);
        refuseUsedOptions(before, wanted);
        definition.take(wanted);
        entities.flush();
        definitions.tell(before.subject(), before.key());
        return definition.seen();
    }

    /**
     * Deletes a definition; values stay, as those of an undeclared attribute.
     *
     * @param version the version that was seen; null skips the check
     * @throws Problem 404, 412 when somebody else was first, 409 when something uses it
     */
    @Transactional
    public void delete(UUID id, Long version) {
        Definition definition = seen(id, version);
        AttributeDefinition before = definition.seen();
        refuseUsed(before, "/problems/attribute-in-use", "Attribute in use", user -> true);
        entities.remove(definition);
        entities.flush();
        undeclared.leave(before.subject(), before.key());
        definitions.tell(before.subject(), before.key());
    }

    private void refuseUsedOptions(AttributeDefinition before, AttributeDefinition wanted) {
        Set<String> gone = new HashSet<>(before.options());
        wanted.options().forEach(gone::remove);
        if (!gone.isEmpty()) {
            refuseUsed(
                    before,
                    "/problems/option-in-use",
                    "Option in use",
                    user -> user.options().stream().anyMatch(gone::contains));
        }
    }

    private void refuseUsed(AttributeDefinition definition, String type, String title, Predicate<AttributeUser> minds) {
        List<String> names = users.stream()
                .flatMap(each -> each.of(definition).stream())
                .filter(minds)
                .map(AttributeUser::name)
                .sorted()
                .toList();
        if (!names.isEmpty()) {
            throw Problem.conflict(
                    type, title, "Used by " + names.stream().limit(20).collect(Collectors.joining(", ")) + ".");
        }
    }

    private void refuseUnknown(Collection<SiteId> named) {
        boolean known = named.stream().allMatch(site -> sites.stream().anyMatch(each -> each.exists(site)));
        if (!known) {
            throw Problem.invalid(new FieldError("sites", "must be ids of sites"));
        }
    }

    private Definition seen(UUID id, Long version) {
        Definition definition = existing(id, LockModeType.PESSIMISTIC_WRITE);
        if (version != null && definition.seen().version() != version) {
            throw Problem.preconditionFailed();
        }
        return definition;
    }

    private Definition existing(UUID id, LockModeType lock) {
        Definition definition = entities.find(Definition.class, id, lock);
        if (definition == null) {
            throw Problem.notFound("attribute definition");
        }
        return definition;
    }
}
