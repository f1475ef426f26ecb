package io.rapport.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    @Test
    void idsOfOneProcessSortByCreation() {
        var ids = Stream.generate(TimeOrderedId::next).limit(20_000).toList();
        assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdCarriesVersionVariantAndTheTime() {
        long before = System.currentTimeMillis();
        UUID id = TimeOrderedId.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before - 60_000, System.currentTimeMillis() + 60_000);
    }
}
