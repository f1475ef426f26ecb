package io.rapport.enrichment.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import io.rapport.spi.SuppliedAttribute;
import io.rapport.spi.ValueType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Declares the attributes that plugins supply where nobody has yet, so that a plugin dropped in shows its values without
 * further ado. A list is left to an administrator, who alone knows its options.
 */
@ApplicationScoped
class AttributeAnnouncement {

    private static final Logger LOG = System.getLogger("io.rapport.enrichment");

    @Inject
    AttributeDefinitions definitions;

    /** Declares one attribute, in a transaction of its own; throws what refuses it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void announce(SuppliedAttribute attribute, String plugin) {
        Subject.Kind subject = SubjectKinds.of(attribute.subject());
        Optional<AttributeDefinition> declared = definitions.find(subject, attribute.key());
        if (declared.isPresent()) {
            compare(declared.get(), attribute, plugin);
        } else if (attribute.type() == ValueType.LIST) {
            LOG.log(
                    Level.WARNING,
                    "{0} supplies the list {1}, which nobody has declared; its values are refused until then",
                    plugin,
                    attribute.key());
        } else {
            definitions.create(definition(attribute, subject, plugin));
        }
    }

    private static void compare(AttributeDefinition declared, SuppliedAttribute attribute, String plugin) {
        if (declared.type() != type(attribute)) {
            LOG.log(
                    Level.WARNING,
                    "{0} supplies {1} as {2}, but it is declared as {3}; values that do not fit are refused",
                    plugin,
                    attribute.key(),
                    type(attribute).token(),
                    declared.type().token());
        }
    }

    private static AttributeType type(SuppliedAttribute attribute) {
        return AttributeType.valueOf(attribute.type().name());
    }

    private static AttributeDefinition definition(SuppliedAttribute attribute, Subject.Kind subject, String plugin) {
        return new AttributeDefinition(
                null,
                subject,
                attribute.key(),
                attribute.name(),
                "Supplied by " + plugin,
                type(attribute),
                List.of(),
                "",
                0,
                false);
    }
}
