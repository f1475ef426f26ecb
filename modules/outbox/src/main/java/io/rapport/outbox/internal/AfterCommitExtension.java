package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.AfterCommit;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/** Collects the observer methods that are annotated {@link AfterCommit}; wrong ones fail the deployment. Not for callers. */
public class AfterCommitExtension implements Extension {

    private final List<Observer> observers = new ArrayList<>();

    void collect(@Observes ProcessObserverMethod<?, ?> found) {
        for (Annotation qualifier : found.getObserverMethod().getObservedQualifiers()) {
            if (qualifier instanceof AfterCommit afterCommit) {
                try {
                    observers.add(observer(afterCommit.value(), found.getObserverMethod()));
                } catch (IllegalArgumentException wrong) {
                    found.addDefinitionError(new DefinitionException(
                            "@AfterCommit observer " + found.getAnnotatedMethod() + ": " + wrong.getMessage()));
                }
            }
        }
    }

    private static <T> Observer observer(String name, ObserverMethod<T> method) {
        if (!(method.getObservedType() instanceof Class<?> type) || !DomainEvent.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException("observe one DomainEvent record");
        }
        if (method.isAsync() || method.getTransactionPhase() != TransactionPhase.IN_PROGRESS) {
            throw new IllegalArgumentException("use plain @Observes, without a transaction phase");
        }
        Class<? extends DomainEvent> event = type.asSubclass(DomainEvent.class);
        EventType.of(event);
        @SuppressWarnings("unchecked") // its observed type is the event's class
        ObserverMethod<DomainEvent> untyped = (ObserverMethod<DomainEvent>) method;
        return Observer.ofEach(name, event, untyped::notify);
    }

    void validate(@Observes AfterDeploymentValidation validation) {
        try {
            new Observers(observers, List.of());
        } catch (IllegalArgumentException wrong) {
            validation.addDeploymentProblem(wrong);
        }
    }

    List<Observer> observers() {
        return List.copyOf(observers);
    }
}
