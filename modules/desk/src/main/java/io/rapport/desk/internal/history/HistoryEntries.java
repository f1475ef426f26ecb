package io.rapport.desk.internal.history;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.TypedValues;
import io.rapport.attributes.ValueChange;
import io.rapport.conversations.StartedConversation;
import io.rapport.desk.internal.history.HistoryBody.Entry;
import io.rapport.desk.internal.panel.PanelParts;
import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.LabelChange;
import io.rapport.sessions.SessionCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Turns what the owners kept into entries of a history: names to ids. */
@ApplicationScoped
class HistoryEntries {

    private static final String NO_COLOUR = "#808080";

    @Inject
    LabelCatalogue labels;

    @Inject
    AttributeDefinitions definitions;

    @Inject
    PanelParts parts;

    Entry of(LabelChange change) {
        Optional<LabelCard> label = labels.find(change.label());
        HistoryBody.LabelPart part = new HistoryBody.LabelPart(
                change.action(),
                change.label().value(),
                label.map(LabelCard::name).orElse(""),
                label.map(LabelCard::colour).orElse(NO_COLOUR),
                change.reason(),
                nameOf(change.instead()),
                parts.why(change.why()));
        return new Entry(
                change.id(),
                Kind.LABEL.token(),
                change.at(),
                PanelParts.setBy(change.by(), change.why()),
                part,
                null,
                null,
                null);
    }

    Entry of(Subject.Kind subject, ValueChange change) {
        HistoryBody.ValuePart part = new HistoryBody.ValuePart(
                change.action().token(),
                change.key(),
                definitions
                        .find(subject, change.key())
                        .map(AttributeDefinition::name)
                        .orElse(change.key()),
                change.source().token(),
                TypedValues.told(change.before()),
                TypedValues.told(change.after()));
        return new Entry(
                change.id(),
                Kind.VALUE.token(),
                change.at(),
                PanelParts.setBy(change.by(), null),
                null,
                part,
                null,
                null);
    }

    Entry of(StartedConversation conversation) {
        UUID id = conversation.id().value();
        return new Entry(
                id,
                Kind.CONVERSATION.token(),
                conversation.at(),
                null,
                null,
                null,
                new HistoryBody.ConversationPart(id, conversation.number(), conversation.status()),
                null);
    }

    Entry of(SessionCard session) {
        UUID id = session.id().value();
        HistoryBody.SessionPart part = new HistoryBody.SessionPart(
                id,
                session.country(),
                session.city(),
                session.estimated(),
                session.deviceType(),
                session.browserName());
        return new Entry(id, Kind.SESSION.token(), session.startedAt(), null, null, null, null, part);
    }

    /** The name of the label that an id names; null where it names something else. */
    private String nameOf(String id) {
        try {
            return id == null
                    ? null
                    : labels.find(new LabelId(UUID.fromString(id)))
                            .map(LabelCard::name)
                            .orElse(null);
        } catch (IllegalArgumentException idOfARule) {
            return null;
        }
    }
}
