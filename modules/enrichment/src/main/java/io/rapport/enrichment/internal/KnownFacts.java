package io.rapport.enrichment.internal;

import io.rapport.attributes.ShownValue;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Source;
import io.rapport.sessions.SessionCards;
import io.rapport.sessions.SessionRequest;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import io.rapport.spi.Fact;
import io.rapport.spi.Request;
import io.rapport.spi.Subject;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gathers what may be told to plugins. */
@Dependent
class KnownFacts {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /** Sources whose word about an e-mail address or phone number is more than a visitor's claim. */
    private static final Set<Source> PROOF = EnumSet.of(Source.AGENT, Source.IDENTITY_TOKEN, Source.API, Source.IMPORT);

    private final SessionCards sessions;
    private final ContactCards contacts;
    private final ConversationCards conversations;
    private final Sites sites;

    @Inject
    KnownFacts(SessionCards sessions, ContactCards contacts, ConversationCards conversations, Sites sites) {
        this.sessions = sessions;
        this.contacts = contacts;
        this.conversations = conversations;
        this.sites = sites;
    }

    /** What is known about a session; empty where it is gone. */
    Optional<Request> about(SessionId session) {
        return sessions.request(session)
                .flatMap(facts -> at(facts.site())
                        .map(request ->
                                add(request, facts).wanting(Subject.SESSION).build()));
    }

    /** What is known about a contact and the conversation that called for it; empty where either is gone. */
    Optional<Request> about(ContactId contact, ConversationId conversation) {
        Optional<ConversationCard> talk =
                Optional.ofNullable(conversations.find(Set.of(conversation)).get(conversation));
        Optional<ContactCard> person =
                Optional.ofNullable(contacts.find(Set.of(contact)).get(contact));
        if (talk.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        return at(talk.get().site()).map(request -> {
            Optional.ofNullable(talk.get().session())
                    .flatMap(sessions::request)
                    .ifPresent(facts -> add(request, facts));
            return add(request, person.get())
                    .wanting(Subject.CONTACT, Subject.CONVERSATION)
                    .build();
        });
    }

    private Optional<Request.Builder> at(SiteId site) {
        return sites.find(site).map(SiteCard::key).map(Request::at);
    }

    private static Request.Builder add(Request.Builder request, SessionRequest facts) {
        return request.fact(Fact.USER_AGENT, facts.userAgent())
                .fact(Fact.LANGUAGE, facts.language())
                .fact(Fact.TIME_ZONE, facts.timeZone())
                .fact(Fact.REMOTE_ADDRESS, facts.address())
                .fact(Fact.PAGE_URL, facts.pageUrl())
                .fact(Fact.REFERRER, facts.referrer());
    }

    private static Request.Builder add(Request.Builder request, ContactCard contact) {
        if (contact.email() != null) {
            add(request, Fact.EMAIL, contact.email().toLowerCase(Locale.ROOT), isProven(contact, "email"));
        }
        if (contact.phone() != null && E164.matcher(contact.phone()).matches()) {
            add(request, Fact.PHONE, contact.phone(), isProven(contact, "phone"));
        }
        return request;
    }

    private static void add(Request.Builder request, Fact fact, String value, boolean proven) {
        if (proven) {
            request.verifiedFact(fact, value);
        } else {
            request.fact(fact, value);
        }
    }

    private static boolean isProven(ContactCard contact, String key) {
        return contact.attributes().stream()
                .filter(shown -> shown.key().equals(key))
                .filter(shown -> !shown.unverified())
                .map(ShownValue::source)
                .anyMatch(PROOF::contains);
    }
}
