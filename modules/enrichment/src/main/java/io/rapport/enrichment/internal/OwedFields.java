package io.rapport.enrichment.internal;

import io.rapport.sessions.PendingFields;
import io.rapport.spi.SessionField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a new session that plugins at work will answer for. */
@ApplicationScoped
class OwedFields implements PendingFields {

    @Inject
    RunningPlugins plugins;

    @Override
    public Set<String> ofNewSession() {
        return plugins.atWork().stream()
                .flatMap(plugin -> plugin.declaration().sessionFields().stream())
                .map(SessionField::key)
                .collect(Collectors.toSet());
    }
}
