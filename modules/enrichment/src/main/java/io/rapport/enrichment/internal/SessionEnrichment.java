package io.rapport.enrichment.internal;

import io.rapport.events.SessionId;
import io.rapport.events.SessionStarted;
import io.rapport.events.ValuesSupplied;
import io.rapport.outbox.TwoStep;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the plugins about a session that was opened. Each is asked once: what it does not know by then is not known, and no
 * field stays pending.
 */
@Dependent
class SessionEnrichment implements TwoStep<SessionStarted, List<ValuesSupplied>> {

    private final KnownFacts facts;
    private final RunningPlugins plugins;
    private final SessionCards sessions;
    private final Event<ValuesSupplied> supplied;
    private final Clock clock;

    @Inject
    SessionEnrichment(
            KnownFacts facts,
            RunningPlugins plugins,
            SessionCards sessions,
            Event<ValuesSupplied> supplied,
            Clock clock) {
        this.facts = facts;
        this.plugins = plugins;
        this.sessions = sessions;
        this.supplied = supplied;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enrichment.session";
    }

    @Override
    public Class<SessionStarted> event() {
        return SessionStarted.class;
    }

    @Override
    public List<ValuesSupplied> fetch(SessionStarted event) {
        SessionId session = event.session();
        List<Answer> answers = facts.about(session).map(plugins::ask).orElse(List.of());
        return new SessionAnswers(answers, pending(session)).events(session, clock.instant());
    }

    @Override
    public void record(SessionStarted event, List<ValuesSupplied> events) {
        events.forEach(supplied::fire);
    }

    private Set<String> pending(SessionId session) {
        return Optional.ofNullable(sessions.find(Set.of(session)).get(session))
                .map(SessionCard::pending)
                .orElse(Set.of());
    }
}
