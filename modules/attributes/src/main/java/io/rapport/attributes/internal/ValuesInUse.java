package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeOwner;
import io.rapport.attributes.AttributeValues;
import io.rapport.attributes.Misfits;
import io.rapport.attributes.UsedKey;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks the owners of values what there is. */
@ApplicationScoped
public class ValuesInUse {

    @Inject
    @Any
    Instance<AttributeOwner> owners;

    @Inject
    UndeclaredKeys keys;

    @Inject
    DefinitionChanges changes;

    /** Undeclared keys in their order, with how they are used; those that nobody uses any more with no subject. */
    @Transactional
    public List<UsedKey> page(Subject.Kind subject, UUID site, String after, int limit) {
        List<String> page = keys.page(subject, site == null ? null : new SiteId(site), after, limit);
        Map<String, UsedKey> used = page.isEmpty() ? Map.of() : values(subject).used(page);
        return page.stream()
                .map(key -> used.getOrDefault(key, new UsedKey(key, 0, false, List.of())))
                .toList();
    }

    /** How many values would not fit a definition after a change; throws Problem 404, 422. */
    @Transactional
    public Misfits misfits(UUID id, Map<String, Object> patch) {
        AttributeDefinition wanted = DefinitionChecks.checked(DefinitionPatch.applied(changes.read(id), patch));
        return values(wanted.subject()).misfits(wanted);
    }

    private AttributeValues values(Subject.Kind subject) {
        return owners.stream()
                .filter(owner -> owner.subject() == subject)
                .findFirst()
                .map(AttributeOwner::values)
                .orElseThrow(() -> new IllegalStateException("Nobody owns values of a " + subject.token()));
    }
}
