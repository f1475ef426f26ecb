package io.rapport.enrichment.internal;

import io.rapport.attributes.ShownValue;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.conversations.MessageCard;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Source;
import io.rapport.events.VisitorId;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import io.rapport.sessions.SessionRequest;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One site with one visitor, as the other modules would tell of them. */
final class Shop {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    final SiteId site = SiteId.next();
    final VisitorId visitor = VisitorId.next();
    final SessionId session = SessionId.next();
    final ContactId contact = ContactId.next();
    final ConversationId conversation = ConversationId.next();
    final List<ShownValue> attributes = new ArrayList<>();
    Set<String> pending = Set.of();
    String userAgent = "curl/8.4.0";
    String email;
    String phone;
    boolean contactGone;

    Shop email(String value, Source source) {
        email = value;
        attributes.add(shown("email", value, source));
        return this;
    }

    Shop phone(String value, Source source) {
        phone = value;
        attributes.add(shown("phone", value, source));
        return this;
    }

    KnownFacts facts() {
        return new KnownFacts(sessions(), contacts(), conversations(), sites());
    }

    private static ShownValue shown(String key, String value, Source source) {
        return new ShownValue(
                key, value, source, source.token(), Actor.system(), NOW, false, false, false, false, true, 0);
    }

    SessionCards sessions() {
        return new SessionCards() {
            @Override
            public Map<SessionId, SessionCard> find(Set<SessionId> ids) {
                return ids.contains(session) ? Map.of(session, sessionCard()) : Map.of();
            }

            @Override
            public Optional<SessionRequest> request(SessionId id) {
                return Optional.of(sessionRequest())
                        .filter(request -> request.id().equals(id));
            }
        };
    }

    private ContactCards contacts() {
        return ids -> ids.contains(contact) && !contactGone ? Map.of(contact, contactCard()) : Map.of();
    }

    private ConversationCards conversations() {
        return new ConversationCards() {
            @Override
            public Map<ConversationId, ConversationCard> find(Set<ConversationId> ids) {
                return ids.contains(conversation) ? Map.of(conversation, conversationCard()) : Map.of();
            }

            @Override
            public Optional<MessageCard> message(MessageId id) {
                return Optional.empty();
            }
        };
    }

    private Sites sites() {
        return new Sites() {
            @Override
            public Optional<SiteCard> find(SiteId id) {
                return Optional.of(siteCard()).filter(card -> card.id().equals(id));
            }

            @Override
            public Optional<SiteCard> byKey(String key) {
                return Optional.empty();
            }

            @Override
            public List<SiteCard> all() {
                return List.of(siteCard());
            }

            @Override
            public boolean none() {
                return false;
            }

            @Override
            public SiteCard create(SiteCard card) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private SessionRequest sessionRequest() {
        return new SessionRequest(
                session, visitor, site, userAgent, "vi", "Asia/Ho_Chi_Minh", "8.8.8.8", "https://shop.example/", null);
    }

    private SessionCard sessionCard() {
        return new SessionCard(
                session, visitor, site, NOW, NOW, null, null, null, null, false, null, null, null, null, null, null,
                null, null, null, null, 1, pending);
    }

    private ContactCard contactCard() {
        return new ContactCard(
                contact,
                UUID.randomUUID(),
                "Mai",
                "Mai",
                email,
                phone,
                false,
                false,
                1,
                1,
                NOW,
                List.of(),
                attributes,
                List.of());
    }

    private ConversationCard conversationCard() {
        return new ConversationCard(
                conversation, 1, "open", site, visitor, contact, session, NOW, NOW, 1, 1, List.of(), List.of());
    }

    private SiteCard siteCard() {
        return new SiteCard(
                site,
                "shop",
                "Shop",
                UUID.randomUUID(),
                "VN",
                "Asia/Ho_Chi_Minh",
                "en",
                List.of(),
                "#336699",
                "Hello",
                "Hello",
                null,
                List.of(),
                List.of());
    }
}
