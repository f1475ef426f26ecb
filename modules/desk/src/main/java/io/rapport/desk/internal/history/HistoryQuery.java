package io.rapport.desk.internal.history;

import io.rapport.access.Checks;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is asked of a history.
 *
 * @param kinds what is wanted
 * @param before the entry that the page ends before; null for the latest
 * @param limit the most entries
 */
record HistoryQuery(Set<Kind> kinds, UUID before, int limit) {

    /**
     * Checks a request.
     *
     * @param kinds words for what is wanted; all of them where there are none
     * @param known what there is
     * @throws io.rapport.access.Problem 422
     */
    static HistoryQuery of(List<String> kinds, Set<Kind> known, String after, String most) {
        Map<String, Kind> words = known.stream().collect(Collectors.toMap(Kind::token, Function.identity()));
        Checks checks = new Checks();
        Set<Kind> wanted = kinds.stream()
                .map(kind -> checks.oneOf("kind", kind, words))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        UUID before = checks.optionalUuid("after", after);
        Long limit = checks.digits("limit", most, 1, 100);
        checks.orThrow();
        return new HistoryQuery(wanted.isEmpty() ? known : wanted, before, limit.intValue());
    }

    /** How many to read of each kind: one more tells whether another page follows. */
    int enough() {
        return limit + 1;
    }
}
