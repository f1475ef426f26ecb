package io.rapport.enrichment.internal;

import io.rapport.events.ConversationId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one plugin says of a contact and a conversation, whose owners keep a value of every plugin. A key that it no longer
 * knows is told as null, which withdraws what it said before.
 *
 * @param conversation the conversation that called for it
 */
record ContactAnswer(Answer answer, ConversationId conversation, Instant now) {

    /** The events about a contact or a conversation, one for each time since which the source has held values. */
    List<ValuesSupplied> events(Subject subject) {
        io.rapport.spi.Subject about = SubjectKinds.of(subject.kind());
        Map<Instant, List<SuppliedValue>> byTime = new TreeMap<>();
        for (String key : answer.askedFor(about)) {
            Optional<FoundValue> found = answer.value(about, key);
            byTime.computeIfAbsent(found.map(FoundValue::time).orElse(now), any -> new ArrayList<>())
                    .add(FoundValue.supplied(key, found));
        }
        return byTime.entrySet().stream()
                .map(told -> new ValuesSupplied(
                        subject, Source.PLUGIN, told.getValue(), null, conversation, answer.actor(), told.getKey()))
                .toList();
    }
}
