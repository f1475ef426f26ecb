package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A provider answered: values for a subject, from one source.
 *
 * @param subject whose values
 * @param source where from
 * @param values may be empty: the provider knows nothing
 * @param session the session that was asked about; null when none was
 * @param conversation the conversation that called for it, which the provider owes nothing more; null when none did
 * @param actor who did it
 * @param at when
 */
@Recorded("valuesSupplied")
public record ValuesSupplied(
        Subject subject,
        Source source,
        List<SuppliedValue> values,
        SessionId session,
        ConversationId conversation,
        Actor actor,
        Instant at)
        implements DomainEvent {

    public ValuesSupplied {
        values = List.copyOf(values);
    }

    @Override
    public UUID key() {
        return subject.id();
    }
}
