package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.TwoStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who learns of which event after commit, in either way. */
final class Observers {

    private final Map<String, Observer> inTransaction = new HashMap<>();
    private final Map<String, TwoStep<?, ?>> inTwoSteps = new HashMap<>();
    private final Map<Class<?>, List<String>> byEvent = new HashMap<>();
    private final Map<EventType, Class<?>> types = new HashMap<>();

    /** Throws IllegalArgumentException when two share a name, or two events a name and version. */
    Observers(Collection<Observer> inTransaction, Collection<? extends TwoStep<?, ?>> inTwoSteps) {
        for (Observer observer : inTransaction) {
            register(observer.name(), observer.event());
            this.inTransaction.put(observer.name(), observer);
        }
        for (TwoStep<?, ?> observer : inTwoSteps) {
            String name = observer.name();
            register(name, observer.event());
            this.inTwoSteps.put(name, observer);
        }
    }

    private void register(String name, Class<? extends DomainEvent> event) {
        if (name.isBlank() || isKnown(name)) {
            throw new IllegalArgumentException(
                    "Two observers share the name '" + name + "', or it is empty; give each one of its own");
        }
        EventType type = EventType.of(event);
        Class<?> other = types.putIfAbsent(type, event);
        if (other != null && other != event) {
            throw new IllegalArgumentException(
                    other.getName() + " and " + event.getName() + " are both recorded as " + type);
        }
        byEvent.computeIfAbsent(event, unused -> new ArrayList<>()).add(name);
    }

    private boolean isKnown(String name) {
        return inTransaction.containsKey(name) || inTwoSteps.containsKey(name);
    }

    /** The names of those who are told of events of this class; often nobody. */
    List<String> of(Class<? extends DomainEvent> event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** The observer of a name that {@link #namesInTransaction()} lists. */
    Observer inTransaction(String name) {
        return inTransaction.get(name);
    }

    /** The two-step work of a name that {@link #namesInTwoSteps()} lists. */
    TwoStep<?, ?> inTwoSteps(String name) {
        return inTwoSteps.get(name);
    }

    Set<String> namesInTransaction() {
        return inTransaction.keySet();
    }

    Set<String> namesInTwoSteps() {
        return inTwoSteps.keySet();
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(inTransaction.keySet());
        names.addAll(inTwoSteps.keySet());
        return names;
    }
}
