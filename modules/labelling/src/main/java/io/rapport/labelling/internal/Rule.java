package io.rapport.labelling.internal;

import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A rule as its author wrote it, checked.
 *
 * @param id kept for ever, through all revisions
 * @param name 1 to 100 characters
 * @param description empty when nobody said
 * @param event what it waits for
 * @param enabled whether it takes part
 * @param stop whether rules after it are left out once it matched
 * @param when its condition
 * @param then its actions, at least one
 */
record Rule(
        UUID id,
        String name,
        String description,
        Use event,
        boolean enabled,
        boolean stop,
        Condition when,
        List<Action> then) {

    Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        then = List.copyOf(then);
    }

    /** Whether its condition looks at one of these fields. */
    boolean readsAny(Set<String> tokens) {
        return !tokens.isEmpty()
                && when.tests().anyMatch(test -> tokens.contains(test.field().token()));
    }

    /** The tokens of the fields that it reads. */
    Set<String> reads() {
        return when.fields().stream().map(Field::token).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
