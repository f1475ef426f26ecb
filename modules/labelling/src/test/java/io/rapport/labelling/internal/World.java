package io.rapport.labelling.internal;

import io.rapport.attributes.ShownValue;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.OwedAttribute;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelId;
import io.rapport.events.MessageId;
import io.rapport.events.MessagePosted;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Source;
import io.rapport.events.VisitorId;
import io.rapport.labels.AssignedLabel;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import io.rapport.sessions.SessionRequest;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One conversation with its contact, session and site, as their owners would show them; a test changes the fields. */
final class World {

    static final Instant CREATED = Instant.parse("2026-03-02T14:00:00Z");

    final SiteId site = SiteId.next();
    final VisitorId visitor = VisitorId.next();
    final ContactId contact = ContactId.next();
    final SessionId session = SessionId.next();
    ConversationId conversation = ConversationId.next();
    String status = "open";
    String country;
    String operatingSystem;
    Set<String> pending = Set.of();
    Set<OwedAttribute> owed = Set.of();
    /** Happens right after somebody has read the conversation. */
    Runnable onceRead = () -> {};

    final List<LabelId> conversationLabels = new ArrayList<>();
    final List<LabelId> contactLabels = new ArrayList<>();
    final List<ShownValue> contactAttributes = new ArrayList<>();
    final List<ShownValue> conversationAttributes = new ArrayList<>();
    final Map<MessageId, String> messages = new HashMap<>();
    int statements;

    /** A new conversation of the same visitor, with nothing known. */
    void startOver() {
        conversation = ConversationId.next();
        status = "open";
        country = null;
        operatingSystem = null;
        pending = Set.of();
        conversationLabels.clear();
        contactLabels.clear();
        contactAttributes.clear();
        conversationAttributes.clear();
        owed = Set.of();
        onceRead = () -> {};
        messages.clear();
        statements = 0;
    }

    MessagePosted says(long sequence, String text) {
        MessageId id = MessageId.next();
        messages.put(id, text);
        return new MessagePosted(
                conversation,
                id,
                sequence,
                site,
                visitor,
                session,
                text,
                false,
                null,
                Actor.visitor(visitor),
                CREATED.plusSeconds(sequence));
    }

    ShownValue value(String key, Object value, boolean unverified) {
        return new ShownValue(
                key, value, Source.API, "api", Actor.system(), CREATED, false, false, unverified, false, true, 0);
    }

    static ShownValue valueOf(Source source, String sourceId, String key, Object value) {
        Actor actor = new Actor(Actor.Kind.PLUGIN, sourceId, sourceId, null);
        return new ShownValue(key, value, source, sourceId, actor, CREATED, false, false, false, false, true, 0);
    }

    ConversationCards conversations() {
        return new ConversationCards() {
            @Override
            public Map<ConversationId, ConversationCard> find(Set<ConversationId> ids) {
                statements++;
                Map<ConversationId, ConversationCard> found =
                        ids.contains(conversation) ? Map.of(conversation, conversationCard()) : Map.of();
                onceRead.run();
                return found;
            }

            @Override
            public Optional<MessageCard> message(MessageId id) {
                statements++;
                return Optional.ofNullable(messages.get(id))
                        .map(text -> new MessageCard(
                                id, conversation, 1, Actor.visitor(visitor), text, false, null, CREATED));
            }
        };
    }

    ContactCards contacts() {
        return ids -> {
            statements++;
            return Map.of(contact, contactCard());
        };
    }

    SessionCards sessions() {
        return new SessionCards() {
            @Override
            public Map<SessionId, SessionCard> find(Set<SessionId> ids) {
                statements++;
                return Map.of(session, sessionCard());
            }

            @Override
            public Optional<SessionRequest> request(SessionId id) {
                throw new UnsupportedOperationException();
            }
        };
    }

    Sites sites() {
        return new Sites() {
            @Override
            public Optional<SiteCard> find(SiteId id) {
                return Optional.of(siteCard());
            }

            @Override
            public Optional<SiteCard> byKey(String key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SiteCard> all() {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean none() {
                throw new UnsupportedOperationException();
            }

            @Override
            public SiteCard create(SiteCard card) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private ConversationCard conversationCard() {
        return new ConversationCard(
                conversation,
                1,
                status,
                site,
                visitor,
                contact,
                session,
                null,
                0,
                CREATED,
                CREATED,
                messages.size(),
                1,
                assigned(conversationLabels),
                conversationAttributes,
                owed);
    }

    private ContactCard contactCard() {
        return new ContactCard(
                contact,
                site.value(),
                "Nam",
                "Nam",
                "nam@example.com",
                "+84912345678",
                false,
                false,
                1,
                1,
                CREATED,
                assigned(contactLabels),
                contactAttributes,
                List.of());
    }

    private SessionCard sessionCard() {
        return new SessionCard(
                session,
                visitor,
                site,
                CREATED,
                CREATED,
                country,
                null,
                null,
                null,
                false,
                "vi-VN",
                null,
                null,
                operatingSystem,
                null,
                null,
                null,
                null,
                null,
                "/cart",
                1,
                new HashSet<>(pending));
    }

    private SiteCard siteCard() {
        return new SiteCard(
                site,
                "shop",
                "Shop",
                site.value(),
                "VN",
                "Asia/Ho_Chi_Minh",
                "en",
                List.of(),
                "#336699",
                "",
                "",
                null,
                List.of(),
                List.of());
    }

    private static List<AssignedLabel> assigned(List<LabelId> labels) {
        return labels.stream()
                .map(label -> new AssignedLabel(label, Actor.system(), CREATED, null, null))
                .toList();
    }
}
