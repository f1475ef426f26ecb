package io.rapport.labelling.internal;

import io.rapport.conversations.ConversationCard;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.OccasionId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Visitors' messages were received. Those of one conversation are occasions one after the other, each of which sees
     * the labels that the one before put on; of different conversations they are evaluated together.
     */
    @Transactional
    public void received(List<MessagePosted> events) {
        // In one order everywhere, since the owners lock what they label until the transaction ends.
        List<MessagePosted> ordered = events.stream()
                .sorted(Comparator.comparing(
                        event -> event.conversation().value().toString()))
                .toList();
        CompiledRules current = rules.current();
        Map<ConversationId, ConversationCard> cards = keptApart(current, ordered);
        for (List<MessagePosted> round : Rounds.of(ordered, MessagePosted::conversation)) {
            evaluateRound(current, round, cards == null ? labellable(round) : cards);
            cards = null; // the next round sees the labels that this one put on
        }
    }

    /**
     * The conversations of messages, as they stand once nobody brings any more what these may wait for, until the
     * transaction ends. Comes before all that is written, so that nobody waits in a circle.
     */
    private Map<ConversationId, ConversationCard> keptApart(CompiledRules current, List<MessagePosted> events) {
        Set<String> reads = new HashSet<>(current.reads(Use.MESSAGE_RECEIVED));
        if (events.stream().anyMatch(Evaluator::isFirst)) {
            reads.addAll(current.reads(Use.CONVERSATION_CREATED));
        }
        Map<ConversationId, ConversationCard> cards = labellable(events);
        List<Subject> waiting = cards.values().stream()
                .filter(card -> PendingFields.mayBePending(reads, card))
                .map(card -> Subject.of(card.id()))
                .toList();
        Stream<Subject> visits = SituationReader.readsSessions(reads)
                ? events.stream()
                        .map(MessagePosted::session)
                        .filter(Objects::nonNull)
                        .map(Subject::of)
                : Stream.empty();
        occasions.lock(Stream.concat(waiting.stream(), visits).toList());
        return waiting.isEmpty() ? cards : labellable(events);
    }

    private void evaluateRound(
            CompiledRules current, List<MessagePosted> round, Map<ConversationId, ConversationCard> cards) {
        // A first message also created the conversation, and that comes first.
        List<Occasion> creations = round.stream()
                .filter(event -> isFirst(event) && cards.containsKey(event.conversation()))
                .map(event -> Occasion.created(cards.get(event.conversation()), event.session()))
                .toList();
        // Labels that a creation put on are there when the message's occasion begins.
        boolean changed = evaluate(current, Use.CONVERSATION_CREATED, creations, cards, Map.of());
        evaluateMessages(current, round, changed ? labellable(round) : cards);
    }

    private static boolean isFirst(MessagePosted event) {
        return event.sequence() == 1;
    }

    private void evaluateMessages(
            CompiledRules current, List<MessagePosted> round, Map<ConversationId, ConversationCard> cards) {
        Map<OccasionId, String> texts = new HashMap<>();
        List<Occasion> messages = new ArrayList<>();
        for (MessagePosted event : round) {
            if (cards.containsKey(event.conversation())) {
                Occasion occasion = Occasion.received(event);
                texts.put(occasion.id(), event.text());
                messages.add(occasion);
            }
        }
        evaluate(current, Use.MESSAGE_RECEIVED, messages, cards, texts);
    }

    private Map<ConversationId, ConversationCard> labellable(List<MessagePosted> events) {
        return situations.labellable(
                events.stream().map(MessagePosted::conversation).collect(Collectors.toSet()));
    }

    /** Providers answered about sessions and conversations: what waited for them is evaluated once more. */
    @Transactional
    public void supplied(Set<Subject> subjects) {
        occasions.lock(subjects);
        occasions.waitingFor(subjects).forEach(id -> again(id, false));
    }

    /**
     * Evaluates an occasion that waits for a provider once more; does nothing when it waits no more.
     *
     * @param givenUp whether what is still owed counts as not known from now on
     */
    @Transactional
    public void again(OccasionId id, boolean givenUp) {
        occasions.waiting(id).ifPresent(recorded -> {
            ConversationId conversation = recorded.occasion().conversation();
            Map<ConversationId, ConversationCard> cards = situations.labellable(Set.of(conversation));
            if (cards.isEmpty()) {
                occasions.close(id);
            } else {
                again(recorded, cards, givenUp);
            }
        });
    }

    /** Answers whether rules decided something that was not decided before. */
    private boolean evaluate(
            CompiledRules current,
            Use event,
            List<Occasion> fresh,
            Map<ConversationId, ConversationCard> cards,
            Map<OccasionId, String> texts) {
        if (fresh.isEmpty()) {
            return false;
        }
        Set<String> reads = current.reads(event);
        List<Evaluation> evaluations = new ArrayList<>(fresh.size());
        List<Situation> read = situations.read(fresh, cards, occasion -> texts.get(occasion.id()), reads);
        for (int i = 0; i < fresh.size(); i++) {
            Occasion occasion = fresh.get(i);
            evaluations.add(new Evaluation(
                    occasion,
                    cards.get(occasion.conversation()).contact(),
                    evaluated(current, occasion, Facts.of(read.get(i), reads, labels))));
        }
        List<Evaluation> deciding =
                occasions.add(evaluations).stream().filter(Evaluation::decides).toList();
        deciding.forEach(this::tell);
        return !deciding.isEmpty();
    }

    private void again(RecordedOccasion recorded, Map<ConversationId, ConversationCard> cards, boolean givenUp) {
        Occasion occasion = recorded.occasion();
        ContactId contact = cards.get(occasion.conversation()).contact();
        CompiledRules current = rules.current();
        Set<String> reads = current.reads(occasion.event());
        Situation situation = situations
                .read(List.of(occasion), cards, again -> situations.text(again.message()), reads)
                .get(0);
        Facts facts = recorded.facts().refreshed(situation, reads, labels, givenUp);
        Evaluation evaluation = new Evaluation(occasion, contact, evaluated(current, occasion, facts));
        occasions.update(occasion.id(), contact, evaluation.evaluated());
        if (evaluation.decides() || recorded.hasDecided()) {
            tell(evaluation);
        }
    }

    private void tell(Evaluation evaluation) {
        decided.fire(new Decisions(labels).of(evaluation.occasion(), evaluation.contact(), evaluation.evaluated()));
    }

    private Evaluated evaluated(CompiledRules current, Occasion occasion, Facts facts) {
        return new Evaluated(
                current.revision(),
                facts,
                current.matching(occasion.event(), facts.fieldValues(), facts.pending()),
                clock.instant());
    }
}
