package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Rules made up their mind about one occasion; the owners of the subjects decide what comes of it.
 *
 * @param occasion the occasion
 * @param conversation the conversation
 * @param contact the contact; null when none is known
 * @param decisions in rule order: every action of every rule that matched; what this occasion put on before and is not named here goes
 * @param actor who did it
 * @param at when
 */
@Recorded("labelsDecided")
public record LabelsDecided(
        OccasionId occasion,
        ConversationId conversation,
        ContactId contact,
        List<LabelDecision> decisions,
        Actor actor,
        Instant at)
        implements DomainEvent {

    public LabelsDecided {
        decisions = List.copyOf(decisions);
    }

    @Override
    public UUID key() {
        return conversation.value();
    }
}
