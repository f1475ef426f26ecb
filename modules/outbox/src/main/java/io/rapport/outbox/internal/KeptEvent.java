package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;

/** An event read back, as CDI wants it presented to an observer. */
record KeptEvent(DomainEvent event, ObserverMethod<DomainEvent> observer)
        implements EventContext<DomainEvent>, EventMetadata {

    @Override
    public DomainEvent getEvent() {
        return event;
    }

    @Override
    public EventMetadata getMetadata() {
        return this;
    }

    @Override
    public Set<Annotation> getQualifiers() {
        return observer.getObservedQualifiers();
    }

    @Override
    public InjectionPoint getInjectionPoint() {
        return null;
    }

    @Override
    public Type getType() {
        return event.getClass();
    }
}
