package io.rapport.enrichment.internal;

import io.rapport.events.Actor;
import io.rapport.spi.Request;
import io.rapport.spi.SessionField;
import io.rapport.spi.Subject;
import io.rapport.spi.SuppliedAttribute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of asking one plugin.
 *
 * @param plugin who was asked
 * @param wanted what values were wanted about
 * @param values what it found
 * @param failure why it found nothing, in plain words; null where the call went well
 * @param notBefore where it was not even asked, since it rests: when it may be asked again; null otherwise
 */
record Answer(Candidate plugin, Set<Subject> wanted, List<FoundValue> values, String failure, Instant notBefore) {

    static Answer of(Candidate plugin, Request request, List<FoundValue> values) {
        return new Answer(plugin, request.wanted(), values, null, null);
    }

    static Answer failed(Candidate plugin, Request request, String reason) {
        return new Answer(plugin, request.wanted(), List.of(), reason, null);
    }

    static Answer refused(Candidate plugin, Request request, String reason, Instant notBefore) {
        return new Answer(plugin, request.wanted(), List.of(), reason, notBefore);
    }

    boolean failed() {
        return failure != null;
    }

    /** Who answered, as they are now. */
    Actor actor() {
        return new Actor(Actor.Kind.PLUGIN, plugin.id(), plugin.declaration().name(), plugin.version());
    }

    /** What it found for a key. */
    Optional<FoundValue> value(Subject subject, String key) {
        return values.stream()
                .filter(value -> value.subject() == subject && value.key().equals(key))
                .findFirst();
    }

    /** The keys about this subject that the plugin could have supplied. */
    Set<String> askedFor(Subject subject) {
        if (!wanted.contains(subject)) {
            return Set.of();
        }
        return subject == Subject.SESSION
                ? plugin.declaration().sessionFields().stream()
                        .map(SessionField::key)
                        .collect(Collectors.toSet())
                : plugin.declaration().attributes().stream()
                        .filter(attribute -> attribute.subject() == subject)
                        .map(SuppliedAttribute::key)
                        .collect(Collectors.toSet());
    }
}
