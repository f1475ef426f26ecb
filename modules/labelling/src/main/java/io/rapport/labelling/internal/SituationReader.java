package io.rapport.labelling.internal;

import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.conversations.MessageCard;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.SessionId;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** Asks the owners for what rules look at: a statement each for conversation, contact, session. */
@ApplicationScoped
class SituationReader {

    private static final String OF_SESSIONS = "session.";

    @Inject
    ConversationCards conversations;

    @Inject
    ContactCards contacts;

    @Inject
    SessionCards sessions;

    @Inject
    Sites sites;

    /** The conversation; empty when it is gone or takes nothing any more. */
    Optional<ConversationCard> labellable(ConversationId id) {
        return Optional.ofNullable(conversations.find(Set.of(id)).get(id))
                .filter(card -> !"finalised".equals(card.status()));
    }

    /**
     * The situation of an occasion.
     *
     * @param reads the fields that rules read; the session is left out where they read none of its fields
     */
    Situation read(Occasion occasion, ConversationCard conversation, String message, Set<String> reads) {
        boolean readsSession = reads.stream().anyMatch(token -> token.startsWith(OF_SESSIONS));
        return new Situation(
                conversation,
                contact(conversation.contact()),
                readsSession ? session(occasion.session()) : null,
                sites.find(occasion.site()).orElse(null),
                occasion.sequence() == null ? 1 : occasion.sequence(),
                message,
                occasion.at());
    }

    /** The text of a message; null when there is none or it was erased. */
    String text(MessageId message) {
        return message == null
                ? null
                : conversations.message(message).map(MessageCard::text).orElse(null);
    }

    private ContactCard contact(ContactId id) {
        return id == null ? null : contacts.find(Set.of(id)).get(id);
    }

    private SessionCard session(SessionId id) {
        return id == null ? null : sessions.find(Set.of(id)).get(id);
    }
}
