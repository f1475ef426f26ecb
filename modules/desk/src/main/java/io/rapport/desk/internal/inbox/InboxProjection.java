package io.rapport.desk.internal.inbox;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.AttributeChange;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ConversationChanged;
import io.rapport.events.ConversationStarted;
import io.rapport.events.ConversationsHandedOver;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.MessagesPosted;
import io.rapport.events.SessionId;
import io.rapport.events.Subject;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import io.rapport.sessions.SessionCards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the inbox rows in step, in the transaction that changes what they show. */
@ApplicationScoped
class InboxProjection {

    private static final String COUNTRY = "country";

    @Inject
    InboxTable table;

    @Inject
    SessionCards sessions;

    @Inject
    AttributeDefinitions definitions;

    void on(@Observes ConversationStarted event) {
        String country = Optional.ofNullable(
                        sessions.find(Set.of(event.session())).get(event.session()))
                .map(session -> session.country())
                .orElse(null);
        table.started(event, country);
    }

    void on(@Observes ContactIdentified event) {
        table.identified(event);
    }

    /** A conversation that goes on in another session shows that one's country. */
    void on(@Observes MessagesPosted posted) {
        Set<SessionId> turnedTo = table.posted(LatestMessage.of(posted.events()));
        if (!turnedTo.isEmpty()) {
            sessions.find(turnedTo).forEach((session, card) -> table.country(session, card.country()));
        }
    }

    void on(@Observes ConversationChanged event) {
        table.status(event.conversation().value(), event.status());
    }

    void on(@Observes ContactChanged event) {
        table.rename(event.contact().value(), event.displayName());
    }

    void on(@Observes ConversationsHandedOver event) {
        table.handOver(event);
    }

    void on(@Observes LabelsApplied event) {
        if (event.subject().kind() != Subject.Kind.CONVERSATION) {
            return;
        }
        table.file(
                event.subject().id(),
                event.added().stream().map(PostingKey::of).toList(),
                event.removed().stream().map(PostingKey::of).toList(),
                ids(event.added()),
                ids(event.removed()),
                event.at());
    }

    /** Of attributes, those that lists are filtered by: options and yes or no. */
    void on(@Observes AttributesChanged event) {
        if (event.subject().kind() != Subject.Kind.CONVERSATION) {
            return;
        }
        for (AttributeChange change : event.changes()) {
            definitions
                    .find(Subject.Kind.CONVERSATION, change.key())
                    .filter(InboxProjection::isFilterable)
                    .ifPresent(definition -> file(event, definition, change));
        }
    }

    void on(@Observes ValuesSupplied event) {
        if (event.subject().kind() != Subject.Kind.SESSION) {
            return;
        }
        event.values().stream()
                .filter(value -> COUNTRY.equals(value.key()))
                .map(SuppliedValue::value)
                .forEach(country -> table.country(new SessionId(event.subject().id()), country));
    }

    private void file(AttributesChanged event, AttributeDefinition definition, AttributeChange change) {
        // Options of a multiple list come on a line each.
        List<String> now = change.value() == null
                ? List.of()
                : change.value()
                        .lines()
                        .map(value -> PostingKey.of(definition.key(), value))
                        .toList();
        table.file(event.subject().id(), PostingKey.prefixOf(definition.key()), now, event.at());
    }

    private static boolean isFilterable(AttributeDefinition definition) {
        return definition.type().hasOptions() || definition.type() == AttributeType.BOOLEAN;
    }

    private static List<UUID> ids(List<LabelId> labels) {
        return labels.stream().map(LabelId::value).toList();
    }
}
