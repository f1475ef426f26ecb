package io.rapport.enrichment.internal;

import io.rapport.conversations.OwedAttribute;
import io.rapport.conversations.PendingAttributes;
import io.rapport.spi.SuppliedAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The attributes that plugins at work will be asked for when a conversation begins. */
@ApplicationScoped
class OwedAttributes implements PendingAttributes {

    @Inject
    RunningPlugins plugins;

    @Override
    public Set<OwedAttribute> ofNewConversation() {
        return plugins.atWork().stream().flatMap(OwedAttributes::of).collect(Collectors.toSet());
    }

    private static Stream<OwedAttribute> of(Plugin plugin) {
        return plugin.declaration().attributes().stream().map(attribute -> of(plugin, attribute));
    }

    private static OwedAttribute of(Plugin plugin, SuppliedAttribute attribute) {
        return new OwedAttribute(plugin.id(), SubjectKinds.of(attribute.subject()), attribute.key());
    }
}
