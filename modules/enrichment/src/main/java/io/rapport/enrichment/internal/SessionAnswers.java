package io.rapport.enrichment.internal;

import static io.rapport.spi.Subject.SESSION;

import io.rapport.events.Actor;
import io.rapport.events.SessionId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the plugins together say of a session. A session keeps one value of a field, so each field is told once: a fact
 * before an estimate, and between equals that of the plugin that stands later, so that one dropped in outranks the bundled
 * one. A field that nobody knows is told as null, which ends the waiting for it.
 */
final class SessionAnswers {

    private final List<Answer> answers;
    private final Set<String> pending;

    /** @param pending the fields that the session waits for, possibly for a plugin that is gone by now */
    SessionAnswers(List<Answer> answers, Set<String> pending) {
        this.answers = answers;
        this.pending = pending;
    }

    /** One event for each plugin that has something to tell. */
    List<ValuesSupplied> events(SessionId session, Instant now) {
        Map<Actor, List<SuppliedValue>> told = new LinkedHashMap<>();
        for (String key : keys()) {
            tell(key, told);
        }
        List<ValuesSupplied> events = new ArrayList<>();
        told.forEach((actor, values) ->
                events.add(new ValuesSupplied(Subject.of(session), Source.PLUGIN, values, session, null, actor, now)));
        return events;
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>(pending);
        answers.forEach(answer -> keys.addAll(answer.askedFor(SESSION)));
        return keys;
    }

    private void tell(String key, Map<Actor, List<SuppliedValue>> told) {
        Answer best = null;
        for (Answer answer : answers) {
            boolean asked = answer.askedFor(SESSION).contains(key);
            if (asked && (best == null || isBetter(answer.value(SESSION, key), best.value(SESSION, key)))) {
                best = answer;
            }
        }
        Actor teller = best == null ? Actor.system() : best.actor();
        Optional<FoundValue> found = best == null ? Optional.empty() : best.value(SESSION, key);
        told.computeIfAbsent(teller, any -> new ArrayList<>()).add(FoundValue.supplied(key, found));
    }

    private static boolean isBetter(Optional<FoundValue> later, Optional<FoundValue> earlier) {
        return later.isPresent()
                && (earlier.isEmpty()
                        || earlier.get().estimated()
                        || !later.get().estimated());
    }
}
