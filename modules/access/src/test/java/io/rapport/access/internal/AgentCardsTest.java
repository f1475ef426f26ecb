package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.access.Role;
import io.rapport.events.TimeOrderedId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgentCardsTest {

    private final AccessDatabase database = AccessDatabase.empty();
    private final AgentCards cards = new AgentCards(database.jdbi());

    @Test
    void manyAgentsAreReadByOneStatementDeactivatedOnesIncluded() {
        UUID mai = database.agent("Mai", Role.ADMINISTRATOR, "hash");
        UUID nam = database.agent("Nam", Role.AGENT, "hash");
        database.jdbi().useHandle(handle -> handle.execute("update access.agent set active = false where id = ?", nam));
        int before = database.statements();

        var found = cards.cards(Set.of(mai, nam, TimeOrderedId.next()));

        assertThat(database.statements() - before).isOne();
        assertThat(found).containsOnlyKeys(mai, nam);
        assertThat(found.get(mai).role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(found.get(mai).active()).isTrue();
        assertThat(found.get(nam).active()).isFalse();
    }

    @Test
    void noIdsNeedNoStatement() {
        int before = database.statements();

        assertThat(cards.cards(Set.of())).isEmpty();
        assertThat(database.statements()).isEqualTo(before);
    }

    @Test
    void moreThanAThousandAtOnceAreAMistake() {
        Set<UUID> many = Stream.generate(TimeOrderedId::next).limit(1_001).collect(Collectors.toSet());

        assertThatThrownBy(() -> cards.cards(many)).isInstanceOf(IllegalArgumentException.class);
    }
}
