package io.rapport.desk.internal.history;

import io.rapport.desk.internal.history.HistoryBody.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists of entries as one, by their ids, which are in the order of time wherever they were made (RFC 9562, version 7). */
final class Timeline {

    /** As the database compares them; Java's own order of UUIDs takes their halves for signed numbers. */
    private static final Comparator<Entry> LATEST_FIRST =
            Comparator.comparing((Entry entry) -> entry.id().toString()).reversed();

    private Timeline() {}

    /**
     * A page of all.
     *
     * @param each entries of each kind, every one that may be among the first {@code limit + 1} of all
     */
    static HistoryBody page(Stream<Entry> each, int limit) {
        List<Entry> latest = each.sorted(LATEST_FIRST).limit(limit + 1L).toList();
        List<Entry> shown = latest.subList(0, Math.min(limit, latest.size()));
        return new HistoryBody(
                shown, latest.size() <= limit ? null : shown.get(limit - 1).id().toString());
    }
}
