package io.rapport.attributes.internal;

import io.rapport.events.AttributeChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be written so that a subject's values become others, and whose shown value changes by that.
 *
 * @param written values that are new or other than before; those that lose come before those that win
 * @param gone values that are no more
 * @param shown what changes on screens
 */
record Difference(List<SourceValue> written, List<SourceValue> gone, List<Shown> shown) {

    /** The shown value of a key before and after; null for none or an empty one. */
    record Shown(String key, Object before, Object after) {}

    static Difference between(Collection<SourceValue> before, Collection<SourceValue> after, Ladder ladder) {
        List<SourceValue> crowned = crowned(after, ladder);
        Set<SourceValue> unchanged = new HashSet<>(before);
        Set<SourceValue.Slot> kept = crowned.stream().map(SourceValue::slot).collect(Collectors.toSet());
        return new Difference(
                crowned.stream()
                        .filter(value -> !unchanged.contains(value))
                        .sorted((one, other) -> Boolean.compare(one.winner(), other.winner()))
                        .toList(),
                before.stream().filter(value -> !kept.contains(value.slot())).toList(),
                shown(before, crowned));
    }

    private static List<SourceValue> crowned(Collection<SourceValue> values, Ladder ladder) {
        Map<String, List<SourceValue>> byKey = values.stream()
                .collect(Collectors.groupingBy(SourceValue::key, LinkedHashMap::new, Collectors.toList()));
        List<SourceValue> crowned = new ArrayList<>();
        byKey.values().forEach(rivals -> {
            SourceValue winner = ladder.winner(rivals).orElseThrow();
            rivals.forEach(rival -> crowned.add(rival.as(rival == winner)));
        });
        return crowned;
    }

    private static List<Shown> shown(Collection<SourceValue> before, Collection<SourceValue> after) {
        Map<String, SourceValue> was = winners(before);
        Map<String, SourceValue> is = winners(after);
        Set<String> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        return keys.stream()
                .map(key -> new Shown(key, value(was.get(key)), value(is.get(key))))
                .filter(shown -> !same(shown.before(), shown.after()))
                .toList();
    }

    private static Map<String, SourceValue> winners(Collection<SourceValue> values) {
        return values.stream()
                .filter(SourceValue::winner)
                .collect(Collectors.toMap(
                        SourceValue::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Object value(SourceValue value) {
        return value == null ? null : value.value();
    }

    /** Numbers are the same whatever their number of trailing zeros. */
    private static boolean same(Object one, Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal another
                ? number.compareTo(another) == 0
                : Objects.equals(one, other);
    }

    /** What changed, for everybody who shows or files it. */
    List<AttributeChange> changes() {
        return shown.stream()
                .map(change -> new AttributeChange(change.key(), ValueText.of(change.after())))
                .toList();
    }

    /** With a note about a key even where it shows what it showed before: another source's word, or a held one. */
    Difference noting(String key, Object value) {
        return isEmpty() || !shown.isEmpty()
                ? this
                : new Difference(written, gone, List.of(new Shown(key, value, value)));
    }

    boolean isEmpty() {
        return written.isEmpty() && gone.isEmpty();
    }
}
