package io.rapport.contacts.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.attributes.AttributeMerging;
import io.rapport.attributes.Saved;
import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.ContactId;
import io.rapport.events.ContactsMerged;
import io.rapport.events.ContactsUnmerged;
import io.rapport.events.LabelsApplied;
import io.rapport.events.Source;
import io.rapport.events.VisitorId;
import io.rapport.labels.LabelMerging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One contact becomes part of another, and stands by itself again where that was a mistake. Every visitor, conversation,
 * label and value keeps where it came from; what the merged contact had stays with it untouched, so that undoing a merge
 * gives it back as it was, while the other one keeps what has been edited since.
 */
@ApplicationScoped
public class Merges {

    private static final Duration UNDONE_WITHIN = Duration.ofDays(30);
    /** More than anybody has; what is moved at once stays within bounds. */
    private static final long MOST_CONVERSATIONS = 10_000;

    @Inject
    ContactLocks locks;

    @Inject
    ContactTable contacts;

    @Inject
    ContactValues values;

    @Inject
    Owned owned;

    @Inject
    MergeTable journal;

    @Inject
    Clock clock;

    @Inject
    Event<LabelsApplied> applied;

    @Inject
    Event<ContactsMerged> merged;

    @Inject
    Event<ContactsUnmerged> unmerged;

    /**
     * Makes a contact part of another.
     *
     * @throws Problem 404 and 422 for contacts that are not there, 422 for itself, 409 where either is part of another already
     *     or they are of different realms
     */
    @Transactional
    public void merge(UUID from, UUID into, Actor actor) {
        if (from.equals(into)) {
            throw Problem.invalid(new FieldError("into", "must be another contact"));
        }
        ContactLocks.Pair pair = locks.both(from, into);
        if (pair.from() == null) {
            throw Problem.notFound("contact");
        }
        if (pair.into() == null) {
            throw Problem.invalid(new FieldError("into", "must be a contact"));
        }
        merge(pair, Source.AGENT, actor);
    }

    /** As {@link #merge(UUID, UUID, Actor)}, of two that are locked. */
    void merge(ContactLocks.Pair pair, Source as, Actor actor) {
        checkMergeable(pair);
        UUID from = pair.from().id();
        UUID into = pair.into().id();
        Instant now = clock.instant();
        AttributeMerging.Merged kept = owned.valueMerging().merge(from, into, as, actor);
        LabelMerging.Merged labels = owned.labelMerging().merge(from, into, actor, now);
        journal.move(from, into);
        pair.from().mergeInto(pair.into());
        journal.note(
                new MergeTable.Entry(
                        MergeTable.nextId(),
                        from,
                        into,
                        now,
                        kept.before(),
                        kept.after(),
                        labels.before(),
                        labels.after()),
                actor);
        tell(pair.into(), as, actor, now, kept.changed(), labels.applied());
        merged.fire(new ContactsMerged(
                new ContactId(from), new ContactId(into), pair.into().displayName(), actor, now));
    }

    /**
     * Undoes the merge by which the contact became part of another; of a contact that stands by itself, the latest by which
     * another became part of it.
     *
     * @return the contact that stands by itself again
     * @throws Problem 404, 409 where there is none to undo, another comes first, or it is too long ago
     */
    @Transactional
    public ContactId unmerge(UUID contact, Actor actor) {
        contacts.requireKnown(contact);
        MergeTable.Entry entry = journal.latest(contact)
                .orElseThrow(() -> Problem.conflict(
                        "/problems/not-merged", "Not merged", "No merge of this contact can be undone."));
        ContactLocks.Pair pair = locks.both(entry.from(), entry.into());
        Instant now = clock.instant();
        checkUndoable(entry, pair, now);
        List<AttributeChange> changed = owned.valueMerging()
                .unmerge(entry.into(), entry.valuesBefore(), entry.valuesAfter(), Source.AGENT, actor);
        LabelsApplied labels =
                owned.labelMerging().unmerge(entry.into(), entry.labelsBefore(), entry.labelsAfter(), actor, now);
        List<VisitorId> visitors = journal.moveBack(entry.from(), entry.into());
        pair.from().separate(journal.isNamedByToken(entry.from()));
        pair.into().verify(journal.isNamedByToken(entry.into()));
        tell(pair.into(), Source.AGENT, actor, now, changed, labels);
        unmerged.fire(new ContactsUnmerged(
                new ContactId(entry.into()),
                new ContactId(entry.from()),
                visitors,
                pair.from().displayName(),
                actor,
                now));
        return new ContactId(entry.from());
    }

    private void checkMergeable(ContactLocks.Pair pair) {
        for (Contact contact : List.of(pair.from(), pair.into())) {
            if (contact.mergedInto() != null) {
                throw ContactLocks.merged(contact);
            }
        }
        if (!pair.from().realm().equals(pair.into().realm())) {
            throw Problem.conflict(
                    "/problems/another-realm",
                    "Another realm",
                    "The contacts belong to sites that share no identities.");
        }
        if (contacts.conversations(pair.from().id()) > MOST_CONVERSATIONS) {
            throw Problem.conflict(
                    "/problems/too-many-conversations",
                    "Too many conversations",
                    "A contact with more than " + MOST_CONVERSATIONS + " conversations cannot become part of another.");
        }
    }

    private void checkUndoable(MergeTable.Entry entry, ContactLocks.Pair pair, Instant now) {
        if (pair.into().mergedInto() != null || !journal.isLatest(entry)) {
            throw Problem.conflict(
                    "/problems/undo-latest-merge-first",
                    "A later merge comes first",
                    "The contact was merged again later: undo that one first.");
        }
        if (entry.at().plus(UNDONE_WITHIN).isBefore(now)) {
            throw Problem.conflict("/problems/merge-too-old", "Merge too old", "A merge can be undone within 30 days.");
        }
        if (!journal.undo(entry, now)) {
            throw Problem.conflict("/problems/not-merged", "Not merged", "Somebody else has just undone it.");
        }
    }

    private void tell(
            Contact contact, Source as, Actor actor, Instant now, List<AttributeChange> changed, LabelsApplied labels) {
        values.show(
                new ContactId(contact.id()),
                new ContactValues.Offer(as, actor.id(), actor, now, null),
                new Saved(List.of(), changed, List.of()));
        if (!labels.added().isEmpty() || !labels.removed().isEmpty()) {
            applied.fire(labels);
        }
    }
}
