package io.rapport.labelling.internal;

import io.rapport.events.SessionId;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.outbox.BatchObserver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What providers supply is what occasions wait for. */
@ApplicationScoped
class SuppliedFields implements BatchObserver<ValuesSupplied> {

    @Inject
    Evaluator evaluator;

    @Override
    public String name() {
        return "labelling.supplied";
    }

    @Override
    public Class<ValuesSupplied> event() {
        return ValuesSupplied.class;
    }

    @Override
    public void take(List<ValuesSupplied> events) {
        Set<SessionId> sessions = events.stream()
                .filter(event -> event.subject().kind() == Subject.Kind.SESSION)
                .map(event -> new SessionId(event.subject().id()))
                .collect(Collectors.toSet());
        if (!sessions.isEmpty()) {
            evaluator.supplied(sessions);
        }
    }
}
