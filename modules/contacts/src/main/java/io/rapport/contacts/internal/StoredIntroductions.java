package io.rapport.contacts.internal;

import io.rapport.access.FieldError;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.OfferedValues;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.contacts.Introduced;
import io.rapport.contacts.Introduction;
import io.rapport.contacts.Introductions;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.VisitorId;
import io.rapport.sites.ProvenIdentity;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps what visitors say: on their contact, or until there is one. */
@ApplicationScoped
public class StoredIntroductions implements Introductions {

    @Inject
    IdentityTable identities;

    @Inject
    IntroductionTable introductions;

    @Inject
    Recognition recognition;

    @Inject
    ContactLocks locks;

    @Inject
    ContactValues values;

    @Inject
    AttributeDefinitions definitions;

    @Inject
    Clock clock;

    @Override
    public boolean isSomebodyElse(VisitorId visitor, SiteCard site, ProvenIdentity identity) {
        return identities.isSomebodyElse(visitor, site.realm(), identity.externalId());
    }

    @Override
    @Transactional
    public Introduced introduce(Introduction said) {
        Optional<ContactId> contact = said.identity() == null
                ? identities.contactOf(said.visitor()).flatMap(locks::survivor)
                : Optional.of(recognition.of(said));
        return contact.map(known -> keep(known, said)).orElseGet(() -> remember(said));
    }

    private Introduced keep(ContactId contact, Introduction said) {
        Collected collected = new Collected();
        List<ProposedValue> before = introductions.take(said.visitor());
        if (!before.isEmpty()) {
            take(contact, Source.SDK, said, before);
        }
        if (said.identity() != null) {
            List<ProposedValue> claims = said.identity().claims().entrySet().stream()
                    .map(claim -> ProposedValue.of(claim.getKey(), claim.getValue()))
                    .toList();
            collected.add("identityToken.", take(contact, Source.IDENTITY_TOKEN, said, claims));
        }
        collected.add("", take(contact, Source.SDK, said, said.said()));
        return collected.introduced(contact);
    }

    private Saved take(ContactId contact, Source source, Introduction said, Collection<ProposedValue> proposals) {
        ContactValues.Offer from = new ContactValues.Offer(
                source,
                said.site().id().toString(),
                Actor.visitor(said.visitor()),
                clock.instant(),
                said.site().region());
        Saved saved = values.take(contact, from, proposals);
        values.show(contact, from, saved);
        return saved;
    }

    /** Nobody is there as yet: what could be kept is told now, as it will be kept then. */
    private Introduced remember(Introduction said) {
        List<ProposedValue> kept = new ArrayList<>();
        List<FieldError> refused = new ArrayList<>();
        for (ProposedValue proposed : said.said()) {
            OfferedValues.faultOf(
                            definitions,
                            Subject.Kind.CONTACT,
                            Source.SDK,
                            said.site().id().toString(),
                            said.site().region(),
                            proposed)
                    .ifPresentOrElse(
                            fault -> refused.add(new FieldError(String.valueOf(proposed.key()), fault)),
                            () -> kept.add(proposed));
        }
        if (!kept.isEmpty() && !introductions.keep(said.visitor(), kept, clock.instant())) {
            kept.forEach(value -> refused.add(new FieldError(
                    value.key(), "is one too many: there are " + IntroductionTable.MOST + " attributes already")));
            kept.clear();
        }
        return new Introduced(null, kept.stream().map(ProposedValue::key).toList(), refused);
    }

    /** What became of the fields from several sources. */
    private static final class Collected {
        private final List<String> saved = new ArrayList<>();
        private final List<FieldError> refused = new ArrayList<>();

        void add(String prefix, Saved part) {
            part.saved().forEach(key -> saved.add(prefix + key));
            part.refused().forEach(error -> refused.add(new FieldError(prefix + error.field(), error.message())));
        }

        Introduced introduced(ContactId contact) {
            return new Introduced(contact, saved, refused);
        }
    }
}
