package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The server's CDI, started with the extension and the beans of each test alone. */
class AfterCommitExtensionTest {

    /** What the observers of a test were told. */
    @ApplicationScoped
    static class Told {
        private final List<String> lines = new ArrayList<>();

        void line(String line) {
            lines.add(line);
        }

        List<String> lines() {
            return lines;
        }
    }

    /** Lives as long as a request does. */
    @RequestScoped
    static class Memory {
        private int calls;

        int call() {
            return ++calls;
        }
    }

    @ApplicationScoped
    static class Good {
        @Inject
        Told told;

        @Inject
        Memory memory;

        void together(@Observes Noted noted) {
            told.line("together " + noted.number());
        }

        void after(@Observes @AfterCommit("notes.keep") Noted noted) {
            told.line("after " + noted.number() + ", call " + memory.call() + " of its request");
        }
    }

    @ApplicationScoped
    static class SameName {
        void after(@Observes @AfterCommit("notes.keep") Noted noted) {}
    }

    @ApplicationScoped
    static class OfEveryEvent {
        void after(@Observes @AfterCommit("notes.all") DomainEvent event) {}
    }

    @ApplicationScoped
    static class Async {
        void after(@ObservesAsync @AfterCommit("notes.async") Noted noted) {}
    }

    @ApplicationScoped
    static class InAPhase {
        void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) @AfterCommit("notes.phase") Noted noted) {}
    }

    private static SeContainer start(Class<?>... beans) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new AfterCommitExtension())
                .addBeanClasses(Told.class, Memory.class, InRequest.class)
                .addBeanClasses(beans)
                .initialize();
    }

    @Test
    void anObserverIsToldByTheOutboxAloneAndEachTimeInARequestOfItsOwn() {
        try (SeContainer container = start(Good.class)) {
            var told = container.select(Told.class).get();
            container.getBeanManager().getEvent().fire(Noted.of(UUID.randomUUID(), 1));
            assertThat(told.lines()).containsExactly("together 1");

            List<Observer> found =
                    container.select(AfterCommitExtension.class).get().observers();
            assertThat(found).extracting(Observer::name).containsExactly("notes.keep");
            assertThat(found.get(0).event()).isEqualTo(Noted.class);
            Observer observer = container.select(InRequest.class).get().wrap(found.get(0));
            observer.action().accept(List.of(Noted.of(UUID.randomUUID(), 2)));
            observer.action().accept(List.of(Noted.of(UUID.randomUUID(), 3)));
            assertThat(told.lines())
                    .containsExactly("together 1", "after 2, call 1 of its request", "after 3, call 1 of its request");
        }
    }

    @Test
    void twoObserversOfOneNameFailTheDeployment() {
        assertThatThrownBy(() -> start(Good.class, SameName.class))
                .hasStackTraceContaining("share the name 'notes.keep'");
    }

    @Test
    void anObserverOfMoreThanOneEventFailsTheDeployment() {
        assertThatThrownBy(() -> start(OfEveryEvent.class))
                .hasStackTraceContaining("is not a public record annotated @Recorded");
    }

    @Test
    void anAsynchronousObserverFailsTheDeployment() {
        assertThatThrownBy(() -> start(Async.class)).hasStackTraceContaining("use plain @Observes");
    }

    @Test
    void anObserverInATransactionPhaseFailsTheDeployment() {
        assertThatThrownBy(() -> start(InAPhase.class)).hasStackTraceContaining("use plain @Observes");
    }
}
