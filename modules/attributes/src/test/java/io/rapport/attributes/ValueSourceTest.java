package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import org.junit.jupiter.api.Test;

class ValueSourceTest {

    @Test
    void allAgentsAreOneSourceAndEachTokenIsOneOfItsOwn() {
        assertThat(ValueSource.of(new Actor(Actor.Kind.AGENT, "mai", "Mai", null)))
                .isEqualTo(ValueSource.of(new Actor(Actor.Kind.AGENT, "nam", "Nam", null)));
        assertThat(ValueSource.of(new Actor(Actor.Kind.TOKEN, "t-1", "Shop", null)))
                .isEqualTo(new ValueSource(Source.API, "t-1"));
    }

    @Test
    void nobodyElseCallsTheApi() {
        assertThatThrownBy(() -> ValueSource.of(Actor.system())).isInstanceOf(IllegalArgumentException.class);
    }
}
