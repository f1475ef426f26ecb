package io.rapport.sessions.internal;

import io.rapport.access.NaturalGroups;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.SessionChanged;
import io.rapport.events.SessionId;
import io.rapport.events.SessionStarted;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import io.rapport.sessions.Opened;
import io.rapport.sessions.PendingFields;
import io.rapport.sessions.Visit;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Visitors and their sessions in the database. */
@ApplicationScoped
public class StoredVisitors implements Visitors {

    /** A visit ends after this long without activity. */
    static final Duration SILENCE = Duration.ofMinutes(30);
    /** Activity is noted at most this often. */
    static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** The most tokens that are looked up together. */
    private static final int MOST_AT_ONCE = 64;

    @Inject
    SessionTable table;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<PendingFields> providers;

    @Inject
    Event<SessionStarted> started;

    @Inject
    Event<SessionChanged> changed;

    /** Every request of a visitor begins with this look-up: under load, many share one statement. */
    private NaturalGroups<byte[], Optional<VisitorCard>> tokens;

    @PostConstruct
    void prepare() {
        tokens = new NaturalGroups<>(MOST_AT_ONCE, token -> token, table::visitors);
    }

    @Override
    @Transactional
    public Opened open(SiteId site, String visitorToken, Visit visit) {
        VisitText text = VisitText.of(visit);
        Optional<SessionTable.Current> known = visitorToken == null
                ? Optional.empty()
                : table.current(VisitorToken.hash(visitorToken))
                        .filter(current -> current.visitor().site().equals(site));
        if (known.isEmpty()) {
            return openForNewVisitor(site, text);
        }
        VisitorCard visitor = known.get().visitor();
        if (isOver(visitor) || isOfAnotherCampaign(known.get(), text)) {
            return new Opened(openNext(visitor, text), visitor.id(), visitorToken, visitor.proof() == null);
        }
        if (table.turnPage(visitor.session(), text, clock.instant())) {
            changed.fire(new SessionChanged(
                    visitor.session(), visitor.id(), site, Actor.visitor(visitor.id()), clock.instant()));
        }
        return new Opened(visitor.session(), visitor.id(), visitorToken, visitor.isOpen(clock.instant()));
    }

    @Override
    public Optional<VisitorCard> authenticate(String visitorToken) {
        return tokens.take(VisitorToken.hash(visitorToken));
    }

    @Override
    @Transactional
    public SessionId seen(VisitorCard visitor, Visit visit) {
        Duration silence = Duration.between(visitor.activeAt(), clock.instant());
        if (silence.compareTo(NOTED_EVERY) < 0) {
            return visitor.session();
        }
        if (isOver(visitor)) {
            VisitText text = VisitText.of(visit);
            return openNext(
                    visitor, table.shownLast(visitor.session()).map(text::after).orElse(text));
        }
        table.note(visitor.session(), clock.instant());
        return visitor.session();
    }

    @Override
    @Transactional
    public void prove(VisitorId visitor, String externalId, Instant until) {
        table.prove(visitor, externalId, until);
    }

    private Opened openForNewVisitor(SiteId site, VisitText text) {
        VisitorId visitor = VisitorId.next();
        SessionId session = SessionId.next();
        String token = VisitorToken.next();
        Instant now = clock.instant();
        table.addVisitor(visitor, site, VisitorToken.hash(token), session, text, pending(), now);
        tell(session, visitor, site, null, now);
        return new Opened(session, visitor, token, true);
    }

    private SessionId openNext(VisitorCard visitor, VisitText text) {
        SessionId session = SessionId.next();
        Instant now = clock.instant();
        table.addSession(visitor.id(), session, text, pending(), now);
        tell(session, visitor.id(), visitor.site(), visitor.contact(), now);
        return session;
    }

    private void tell(SessionId session, VisitorId visitor, SiteId site, ContactId contact, Instant now) {
        started.fire(new SessionStarted(session, visitor, site, contact, Actor.visitor(visitor), now));
    }

    private boolean isOver(VisitorCard visitor) {
        return Duration.between(visitor.activeAt(), clock.instant()).compareTo(SILENCE) >= 0;
    }

    private static boolean isOfAnotherCampaign(SessionTable.Current current, VisitText text) {
        return text.campaign() != null && !text.campaign().equals(current.campaign());
    }

    private Set<String> pending() {
        return providers.stream()
                .flatMap(provider -> provider.ofNewSession().stream())
                .collect(Collectors.toSet());
    }
}
