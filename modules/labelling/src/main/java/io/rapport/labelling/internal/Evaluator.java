package io.rapport.labelling.internal;

import io.rapport.conversations.ConversationCard;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.labels.LabelCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates occasions and tells the owners of labels what rules decided. An occasion is recorded once; evaluating it again
 * refreshes only what was pending, and replaces only what it put on.
 */
@ApplicationScoped
class Evaluator {

    @Inject
    RulesInForce rules;

    @Inject
    SituationReader situations;

    @Inject
    OccasionTable occasions;

    @Inject
    LabelCatalogue labels;

    @Inject
    Event<LabelsDecided> decided;

    @Inject
    Clock clock;

    /** The visitor's message was received; the first one also created the conversation, and that comes first. */
    @Transactional
    public void received(MessagePosted event) {
        Optional<ConversationCard> conversation = situations.labellable(event.conversation());
        if (conversation.isPresent()
                && event.sequence() == 1
                && evaluate(Occasion.created(conversation.get(), event.session()), conversation.get(), null)) {
            // Labels that the creation put on are there when the message's occasion begins.
            conversation = situations.labellable(event.conversation());
        }
        conversation.ifPresent(card -> evaluate(Occasion.received(event), card, event.text()));
    }

    /**
     * Evaluates an occasion that waits for a provider once more; does nothing when it waits no more.
     *
     * @param givenUp whether what is still owed counts as not known from now on
     */
    @Transactional
    public void again(OccasionId id, boolean givenUp) {
        occasions.waiting(id).ifPresent(recorded -> {
            Occasion occasion = recorded.occasion();
            situations
                    .labellable(occasion.conversation())
                    .ifPresentOrElse(card -> again(recorded, card, givenUp), () -> occasions.close(id));
        });
    }

    /** Answers whether rules decided something that was not decided before. */
    private boolean evaluate(Occasion occasion, ConversationCard conversation, String message) {
        CompiledRules current = rules.current();
        Set<String> reads = current.reads(occasion.event());
        Situation situation = situations.read(occasion, conversation, message, reads);
        Evaluated evaluated = evaluated(current, occasion, Facts.of(situation, reads, labels));
        boolean isNew = occasions.add(occasion, conversation.contact(), evaluated);
        boolean decides = isNew && !evaluated.matched().isEmpty();
        if (decides) {
            decided.fire(new Decisions(labels).of(occasion, conversation.contact(), evaluated));
        }
        return decides;
    }

    private void again(RecordedOccasion recorded, ConversationCard conversation, boolean givenUp) {
        Occasion occasion = recorded.occasion();
        CompiledRules current = rules.current();
        Set<String> reads = current.reads(occasion.event());
        Situation situation = situations.read(occasion, conversation, situations.text(occasion.message()), reads);
        Facts facts = recorded.facts().refreshed(situation, reads, labels, givenUp);
        Evaluated evaluated = evaluated(current, occasion, facts);
        occasions.update(occasion.id(), conversation.contact(), evaluated);
        if (!evaluated.matched().isEmpty() || recorded.hasDecided()) {
            decided.fire(new Decisions(labels).of(occasion, conversation.contact(), evaluated));
        }
    }

    private Evaluated evaluated(CompiledRules current, Occasion occasion, Facts facts) {
        return new Evaluated(
                current.revision(),
                facts,
                current.matching(occasion.event(), facts.fieldValues(), facts.pending()),
                clock.instant());
    }
}
