package io.rapport.contacts.internal;

import io.rapport.access.Problem;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.ValueSource;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What agents and integrations do to a contact, each in one transaction. */
@ApplicationScoped
public class ContactEdits {

    @Inject
    ContactLocks locks;

    @Inject
    Owned owned;

    @Inject
    ContactValues values;

    @Inject
    Sites sites;

    @Inject
    Clock clock;

    @Inject
    Event<LabelsApplied> applied;

    /**
     * Changes name, e-mail or phone; all or nothing.
     *
     * @param version the version the agent saw; null skips the check
     * @throws Problem 404, 412 when somebody else was first, 422
     */
    @Transactional
    public void editProfile(UUID id, Long version, List<ProposedValue> fields, Actor actor) {
        Contact contact = existing(id);
        if (version != null && contact.version() != version) {
            throw Problem.preconditionFailed();
        }
        ContactValues.Offer from = by(contact, actor);
        Saved saved = values.take(new ContactId(id), from, fields);
        if (!saved.refused().isEmpty()) {
            throw Problem.invalid(saved.refused());
        }
        values.show(new ContactId(id), from, saved);
    }

    /** Sets and removes attributes, each for itself; throws Problem 404, and 422 when every one was refused. */
    @Transactional
    public Saved editAttributes(UUID id, List<ProposedValue> proposals, Actor actor) {
        Contact contact = existing(id);
        ContactValues.Offer from = by(contact, actor);
        Saved saved = values.take(new ContactId(id), from, proposals);
        if (saved.saved().isEmpty() && !saved.refused().isEmpty()) {
            throw Problem.invalid(saved.refused());
        }
        values.show(new ContactId(id), from, saved);
        return saved;
    }

    @Transactional
    public void addLabel(UUID id, LabelId label, Actor actor) {
        existing(id);
        tell(owned.labels().add(id, label, actor, clock.instant()));
    }

    @Transactional
    public void removeLabel(UUID id, LabelId label, Actor actor) {
        existing(id);
        tell(owned.labels().remove(id, label, actor, clock.instant()));
    }

    private void tell(LabelsApplied event) {
        if (!event.added().isEmpty() || !event.removed().isEmpty()) {
            applied.fire(event);
        }
    }

    /** Locked, so that two agents' edits come one after the other and the second is compared with the first. */
    Contact existing(UUID id) {
        return locks.standing(id);
    }

    private ContactValues.Offer by(Contact contact, Actor actor) {
        ValueSource source = ValueSource.of(actor);
        return new ContactValues.Offer(source.source(), source.id(), actor, clock.instant(), phoneRegion(contact));
    }

    /** Phone numbers without a country code are read by the default region of a site of the contact's realm; else null. */
    String phoneRegion(Contact contact) {
        return sites.all().stream()
                .filter(site -> site.realm().equals(contact.realm()))
                .map(site -> site.region())
                .findFirst()
                .orElse(null);
    }
}
