package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.Actor;
import io.rapport.events.DomainEvent;
import io.rapport.events.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObserversTest {

    /** Claims the name of another event. */
    @Recorded("noted")
    public record Impostor(UUID key, Actor actor, Instant at) implements DomainEvent {}

    /** Not annotated. */
    public record Unnamed(UUID key, Actor actor, Instant at) implements DomainEvent {}

    private static Observer observer(String name, Class<? extends DomainEvent> event) {
        return Observer.ofEach(name, event, happened -> {});
    }

    @Test
    void eachEventHasItsObservers() {
        var observers = new Observers(List.of(observer("a", Noted.class), observer("b", Noted.class)), List.of());
        assertThat(observers.of(Noted.class)).containsExactly("a", "b");
        assertThat(observers.of(Unnamed.class)).isEmpty();
    }

    @Test
    void twoObserversOfOneNameAreRefused() {
        var both = List.of(observer("a", Noted.class), observer("a", Noted.class));
        assertThatThrownBy(() -> new Observers(both, List.of())).hasMessageContaining("share the name 'a'");
    }

    @Test
    void twoEventsOfOneRecordedNameAreRefused() {
        var both = List.of(observer("a", Noted.class), observer("b", Impostor.class));
        assertThatThrownBy(() -> new Observers(both, List.of())).hasMessageContaining("noted version 1");
    }

    @Test
    void anEventThatIsNotRecordedIsRefused() {
        var one = List.of(observer("a", Unnamed.class));
        assertThatThrownBy(() -> new Observers(one, List.of())).hasMessageContaining("@Recorded");
    }
}
