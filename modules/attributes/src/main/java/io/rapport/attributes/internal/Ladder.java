package io.rapport.attributes.internal;

import io.rapport.events.Source;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The ladder of sources: which value of an attribute is shown; pure.
 *
 * <p>Pinned first; then by the source's rank; plugins among themselves by the administrator's order; else the later by
 * the source's own time; else the lower source id. The order is total, so that values end in the same winner in whatever
 * order they arrive.
 */
final class Ladder {

    private final Comparator<SourceValue> strongestFirst;

    /**
     * With an order of plugins.
     *
     * @param plugins ids of plugins, strongest first; those not named come after them, equal among themselves
     */
    Ladder(List<String> plugins) {
        List<String> order = List.copyOf(plugins);
        strongestFirst = Comparator.comparing((SourceValue value) -> !value.pinned())
                .thenComparingInt(value -> value.source().rank())
                .thenComparingInt(value -> place(order, value))
                .thenComparing(SourceValue::at, Comparator.reverseOrder())
                .thenComparing(SourceValue::sourceId)
                .thenComparing(SourceValue::source);
    }

    /** The winner among values of one key; empty when there is none. */
    Optional<SourceValue> winner(Collection<SourceValue> values) {
        return values.stream().min(strongestFirst);
    }

    /** Values of one key, the winner first. */
    List<SourceValue> order(Collection<SourceValue> values) {
        return values.stream().sorted(strongestFirst).toList();
    }

    private static int place(List<String> order, SourceValue value) {
        int place = value.source() == Source.PLUGIN ? order.indexOf(value.sourceId()) : 0;
        return place < 0 ? order.size() : place;
    }
}
