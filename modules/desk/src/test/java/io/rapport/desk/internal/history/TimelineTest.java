package io.rapport.desk.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.desk.internal.history.HistoryBody.Entry;
import io.rapport.events.TimeOrderedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final List<Entry> inOrder = new ArrayList<>(
            IntStream.range(0, 7).mapToObj(n -> entry(TimeOrderedId.next())).toList());

    @Test
    void entriesOfAllKindsComeTheLatestFirst() {
        List<Entry> mixed = new ArrayList<>(inOrder);
        Collections.shuffle(mixed);
        Collections.reverse(inOrder);

        HistoryBody page = Timeline.page(mixed.stream(), 7);
        assertThat(page.items()).isEqualTo(inOrder);
        assertThat(page.next()).isNull();
    }

    @Test
    void theNextPageBeginsAfterTheLastEntryOfThisOne() {
        HistoryBody page = Timeline.page(inOrder.stream(), 6);

        assertThat(page.items()).hasSize(6);
        assertThat(page.next()).isEqualTo(inOrder.get(1).id().toString());
    }

    @Test
    void idsCompareAsTheDatabaseComparesThem() {
        Entry earlier = entry(UUID.fromString("7fffffff-0000-7000-8000-000000000000"));
        Entry later = entry(UUID.fromString("80000000-0000-7000-8000-000000000000"));

        assertThat(Timeline.page(Stream.of(earlier, later), 2).items()).containsExactly(later, earlier);
    }

    @Test
    void whereNothingHappenedNothingIsTold() {
        assertThat(Timeline.page(Stream.empty(), 3)).isEqualTo(new HistoryBody(List.of(), null));
    }

    private static Entry entry(UUID id) {
        return new Entry(id, "label", Instant.EPOCH, null, null, null, null, null);
    }
}
