package io.rapport.conversations.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.events.AttributeChange;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ConversationStarted;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What conversations take from others: the contact, labels that rules propose, values of forms and providers, and what those still owe. */
@ApplicationScoped
class ConversationListeners {

    @Inject
    Jdbi jdbi;

    @Inject
    Owned owned;

    @Inject
    OwedTable pending;

    @Inject
    Sites sites;

    @Inject
    Event<LabelsApplied> applied;

    @Inject
    Event<AttributesChanged> changed;

    void noteContact(@Observes ContactIdentified event) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update conversations.conversation set contact_id = :contact where id = :id")
                .bind("contact", event.contact().value())
                .bind("id", event.conversation().value())
                .execute());
    }

    void keepAnswers(@Observes ConversationStarted event) {
        List<ProposedValue> answers = event.answers().conversation().entrySet().stream()
                .map(answer -> ProposedValue.of(answer.getKey(), answer.getValue()))
                .toList();
        if (answers.isEmpty()) {
            return;
        }
        String region = sites.find(event.site()).map(SiteCard::region).orElse(null);
        Saved saved = owned.values()
                .offerToNew(
                        event.conversation().value(),
                        Source.FORM,
                        event.site().toString(),
                        event.actor(),
                        event.at(),
                        region,
                        answers);
        changed.fire(
                new AttributesChanged(Subject.of(event.conversation()), saved.changed(), event.actor(), event.at()));
    }

    void arbitrate(@Observes LabelsDecided event) {
        owned.labels().apply(event, event.conversation().value()).ifPresent(applied::fire);
    }

    void store(@Observes ValuesSupplied event) {
        boolean settled = event.conversation() != null
                && pending.settle(event.conversation(), event.actor().id());
        List<AttributeChange> changes = event.subject().kind() == Subject.Kind.CONVERSATION ? stored(event) : List.of();
        if (!changes.isEmpty()) {
            changed.fire(new AttributesChanged(event.subject(), changes, event.actor(), event.at()));
        } else if (settled) {
            // Screens that say 'not yet' read again.
            changed.fire(new AttributesChanged(Subject.of(event.conversation()), List.of(), event.actor(), event.at()));
        }
    }

    private List<AttributeChange> stored(ValuesSupplied event) {
        List<ProposedValue> values = event.values().stream()
                .map(value -> new ProposedValue(value.key(), value.value(), value.estimated(), value.unverified()))
                .toList();
        return owned.values()
                .offer(
                        event.subject().id(),
                        event.source(),
                        event.actor().id(),
                        event.actor(),
                        event.at(),
                        null,
                        values)
                .changed();
    }
}
