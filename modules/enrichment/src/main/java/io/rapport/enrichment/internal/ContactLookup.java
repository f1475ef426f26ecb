package io.rapport.enrichment.internal;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.outbox.NotYet;
import io.rapport.outbox.TwoStep;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one plugin look one contact up. Where it fails it is asked again with the outbox's growing pauses; at last the row
 * is stuck, and an operator may try once more. While it rests it is not asked, which is no failure of this row's. Where the
 * plugin is no longer at work, or there is nobody to look up, all that is left to tell is that nothing is owed any more.
 */
@Dependent
class ContactLookup implements TwoStep<LookupRequested, List<ValuesSupplied>> {

    private final KnownFacts facts;
    private final RunningPlugins plugins;
    private final Event<ValuesSupplied> supplied;
    private final Clock clock;

    @Inject
    ContactLookup(KnownFacts facts, RunningPlugins plugins, Event<ValuesSupplied> supplied, Clock clock) {
        this.facts = facts;
        this.plugins = plugins;
        this.supplied = supplied;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enrichment.contact";
    }

    @Override
    public Class<LookupRequested> event() {
        return LookupRequested.class;
    }

    @Override
    public List<ValuesSupplied> fetch(LookupRequested event) {
        return plugins.find(event.plugin())
                .flatMap(plugin ->
                        facts.about(event.contact(), event.conversation()).flatMap(known -> plugins.ask(plugin, known)))
                .map(answer -> events(answer, event))
                .orElseGet(() -> List.of(nothing(event)));
    }

    @Override
    public void record(LookupRequested event, List<ValuesSupplied> events) {
        events.forEach(supplied::fire);
    }

    private List<ValuesSupplied> events(Answer answer, LookupRequested event) {
        if (answer.notBefore() != null) {
            throw new NotYet("Plugin " + event.plugin() + ": " + answer.failure(), answer.notBefore());
        }
        if (answer.failed()) {
            throw new IllegalStateException("Plugin " + event.plugin() + " failed: " + answer.failure());
        }
        ContactAnswer found = new ContactAnswer(answer, event.conversation(), clock.instant());
        List<ValuesSupplied> events = new ArrayList<>();
        events.addAll(found.events(Subject.of(event.contact())));
        events.addAll(found.events(Subject.of(event.conversation())));
        return events;
    }

    private ValuesSupplied nothing(LookupRequested event) {
        return new ValuesSupplied(
                Subject.of(event.conversation()),
                Source.PLUGIN,
                List.of(),
                null,
                event.conversation(),
                new Actor(Actor.Kind.PLUGIN, event.plugin(), event.plugin(), null),
                clock.instant());
    }
}
