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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the owners for what rules look at: a statement each for conversations, contacts, sessions. */
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

    /** The conversations among these that are there and still take labels. */
    Map<ConversationId, ConversationCard> labellable(Set<ConversationId> ids) {
        Map<ConversationId, ConversationCard> found = new HashMap<>(conversations.find(ids));
        found.values().removeIf(card -> "finalised".equals(card.status()));
        return found;
    }

    /**
     * The situations of occasions, in their order: a statement each for contacts and sessions, however many there are.
     *
     * @param cards the conversation of each of them
     * @param text the message's text of each; the function answers null where there is none
     * @param reads the fields that rules read; sessions are left out where they read none of theirs
     */
    List<Situation> read(
            List<Occasion> occasions,
            Map<ConversationId, ConversationCard> cards,
            Function<Occasion, String> text,
            Set<String> reads) {
        Map<ContactId, ContactCard> people = contacts.find(present(occasions.stream()
                .map(occasion -> cards.get(occasion.conversation()).contact())));
        Map<SessionId, SessionCard> visits =
                readsSessions(reads) ? sessions.find(present(occasions.stream().map(Occasion::session))) : Map.of();
        return occasions.stream()
                .map(occasion -> {
                    ConversationCard conversation = cards.get(occasion.conversation());
                    return new Situation(
                            conversation,
                            found(people, conversation.contact()),
                            found(visits, occasion.session()),
                            sites.find(occasion.site()).orElse(null),
                            occasion.sequence() == null ? 1 : occasion.sequence(),
                            text.apply(occasion),
                            occasion.at());
                })
                .toList();
    }

    /** The text of a message; null when there is none or it was erased. */
    String text(MessageId message) {
        return message == null
                ? null
                : conversations.message(message).map(MessageCard::text).orElse(null);
    }

    static boolean readsSessions(Set<String> reads) {
        return reads.stream().anyMatch(token -> token.startsWith(OF_SESSIONS));
    }

    private static <I> Set<I> present(Stream<I> ids) {
        return ids.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <I, C> C found(Map<I, C> cards, I id) {
        return id == null ? null : cards.get(id);
    }
}
