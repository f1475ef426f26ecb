package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.events.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Hears every event that is fired, in the transaction in which it happened. */
@ApplicationScoped
class RecordingObserver {

    @Inject
    Recording recording;

    void on(@Observes DomainEvent event) {
        recording.record(List.of(event));
    }

    void on(@Observes DomainEvents events) {
        recording.record(events.events());
    }
}
