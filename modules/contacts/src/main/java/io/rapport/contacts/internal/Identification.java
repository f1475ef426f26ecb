package io.rapport.contacts.internal;

import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.events.AttributeChange;
import io.rapport.events.ContactId;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ConversationStarted;
import io.rapport.events.Source;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every chat has a contact: a visitor's first conversation makes one, later ones find it again. What the form says goes to
 * the visitor's own contact and never selects another, since anybody can type any e-mail.
 */
@ApplicationScoped
class Identification {

    @Inject
    ContactTable table;

    @Inject
    Owned owned;

    @Inject
    ContactValues values;

    @Inject
    ContactLocks locks;

    @Inject
    IdentityTable identities;

    @Inject
    Sites sites;

    @Inject
    Event<ContactIdentified> identified;

    void on(@Observes ConversationStarted event) {
        SiteCard site =
                sites.find(event.site()).orElseThrow(() -> new IllegalStateException("No site " + event.site()));
        if (event.contact() == null || !goOn(event, event.contact(), site)) {
            begin(event, site);
        }
    }

    /** Whether the contact, or the one that it has become part of meanwhile, is there. */
    private boolean goOn(ConversationStarted event, ContactId contact, SiteCard site) {
        Optional<String> known = table.countConversation(contact);
        if (known.isEmpty()) {
            Optional<ContactId> survivor = locks.survivor(contact);
            return survivor.isPresent() && goOn(event, survivor.get(), site);
        }
        Optional<String> renamed = values.offer(
                contact,
                new ContactValues.Offer(Source.FORM, formOf(event), event.actor(), event.at(), site.region()),
                answers(event));
        tell(event, contact, false, renamed.orElse(known.get()));
        return true;
    }

    /** The visitor may have proved who it is between the look that found nobody and this one. */
    private void begin(ConversationStarted event, SiteCard site) {
        ContactId contact = ContactId.next();
        Saved saved = owned.values()
                .offerToNew(
                        contact.value(),
                        Source.FORM,
                        formOf(event),
                        event.actor(),
                        event.at(),
                        site.region(),
                        answers(event));
        Map<String, String> shown = new HashMap<>();
        saved.changed().forEach((AttributeChange change) -> shown.put(change.key(), change.value()));
        Optional<ContactTable.Added> added = table.add(contact, event.visitor(), site.realm(), shown, event.at());
        if (added.isPresent()) {
            tell(event, contact, true, introduced(event, contact, site, added.get()));
        } else {
            table.forgetValues(contact);
            goOn(event, identities.contactOf(event.visitor()).orElseThrow(), site);
        }
    }

    /** The display name, once what the visitor said before is known, too. */
    private String introduced(ConversationStarted event, ContactId contact, SiteCard site, ContactTable.Added added) {
        if (added.said() == null) {
            return added.displayName();
        }
        ContactValues.Offer from =
                new ContactValues.Offer(Source.SDK, formOf(event), event.actor(), event.at(), site.region());
        return values.offer(contact, from, IntroductionTable.read(added.said())).orElse(added.displayName());
    }

    /** One form a site: its next answer replaces the last. */
    private static String formOf(ConversationStarted event) {
        return event.site().toString();
    }

    private static List<ProposedValue> answers(ConversationStarted event) {
        return event.answers().contact().entrySet().stream()
                .map(answer -> ProposedValue.of(answer.getKey(), answer.getValue()))
                .toList();
    }

    private void tell(ConversationStarted event, ContactId contact, boolean created, String displayName) {
        identified.fire(new ContactIdentified(
                contact,
                event.visitor(),
                event.site(),
                event.conversation(),
                created,
                displayName,
                event.actor(),
                event.at()));
    }
}
