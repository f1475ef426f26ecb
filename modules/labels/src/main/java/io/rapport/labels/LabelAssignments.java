package io.rapport.labels;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.Subject;
import io.rapport.labels.internal.Arbitration;
import io.rapport.labels.internal.AssignmentJson;
import io.rapport.labels.internal.AssignmentStore;
import io.rapport.labels.internal.Changes;
import io.rapport.labels.internal.PersonsWord;
import io.rapport.labels.internal.RuleChanges;
import io.rapport.labels.internal.Situation;
import io.rapport.labels.internal.Verdict;
import io.rapport.labels.internal.Verdict.Addition;
import io.rapport.labels.internal.Verdict.Removal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The labels on one sort of subject, kept in its owner's schema.
 *
 * <p>Every method works in the running transaction; those that change something must have one, and let one transaction at
 * a time change a subject's labels. The answers are events for the owner to fire; where they name no label, nothing
 * happened and there is nothing to fire.
 */
public final class LabelAssignments {

    private final Jdbi jdbi;
    private final LabelCatalogue catalogue;
    private final AssignmentStore store;
    private final Subject.Kind kind;

    /**
     * For an owner's subjects.
     *
     * @param schema the owner's schema, with the tables label_assignment, label_override and label_history
     * @param kind what the owner's subjects are
     */
    public LabelAssignments(Jdbi jdbi, LabelCatalogue catalogue, String schema, Subject.Kind kind) {
        this.jdbi = jdbi;
        this.catalogue = catalogue;
        this.store = new AssignmentStore(schema);
        this.kind = kind;
    }

    /**
     * A person puts a label on: it replaces the one of its exclusive scope, ends an override, and makes a rule's or a
     * program's label the person's. A program with an API token is no person: it ends no override, and replaces no agent's
     * label. Throws Problem 404 for an unknown label, 409 for an archived one and for such a replacement, 422 for a label
     * of other subjects.
     */
    public LabelsApplied add(UUID subject, LabelId label, Actor actor, Instant at) {
        LabelCard card = usable(label);
        return jdbi.withHandle(handle -> {
            Situation situation = locked(handle, subject);
            PersonsWord word = PersonsWord.putOn(situation, label, card.exclusiveScope(), actor);
            Changes changes = new Changes(null, at);
            word.takenOff().forEach(other -> changes.takeOff(other, "replaced", label.toString(), actor));
            if (word.putOn()) {
                changes.putOn(label, card.exclusiveScope(), actor, null);
            }
            if (word.endsOverride()) {
                store.endOverride(handle, subject, label);
            }
            return obey(handle, subject, word, changes, word.putOn() ? List.of(label) : List.of(), actor, at);
        });
    }

    /**
     * Takes a label off. Where a rule had put it on and a person takes it off, no rule does so again until a person adds it;
     * a program's removal binds no rule.
     */
    public LabelsApplied remove(UUID subject, LabelId label, Actor actor, Instant at) {
        return jdbi.withHandle(handle -> {
            PersonsWord word = PersonsWord.takeOff(locked(handle, subject), label, actor);
            Changes changes = new Changes(null, at);
            word.takenOff().forEach(gone -> changes.takeOff(gone, null, null, actor));
            return obey(handle, subject, word, changes, List.of(), actor, at);
        });
    }

    /**
     * Arbitrates what rules decided about this subject on an occasion; decisions about other kinds of subjects are left
     * out, and what this occasion put on before and no rule decides any more goes.
     *
     * @return empty when nothing changes and nothing new is suppressed, as when the same decisions come again
     */
    public Optional<LabelsApplied> apply(LabelsDecided decided, UUID subject) {
        List<LabelDecision> decisions = decided.decisions().stream()
                .filter(decision -> decision.of() == kind)
                .toList();
        return jdbi.withHandle(handle -> {
            store.lock(handle, subject);
            Situation situation = store.situation(handle, subject, decided.occasion());
            Verdict verdict = Arbitration.on(situation, catalogue::find, kind, decided.occasion(), decisions);
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            store.write(handle, subject, RuleChanges.of(verdict, decided));
            return Optional.of(applied(subject, verdict, decided));
        });
    }

    /** The labels on a subject, oldest first; works without a transaction, too. */
    public List<AssignedLabel> of(UUID subject) {
        return jdbi.withHandle(handle -> store.of(handle, subject));
    }

    /**
     * How a subject's labels changed, the latest first; one statement.
     *
     * @param before the change that the page ends before; null for the latest
     * @param limit the most changes
     */
    public List<LabelChange> changes(UUID subject, UUID before, int limit) {
        return jdbi.withHandle(handle -> store.changes(handle, subject, before, limit));
    }

    /**
     * A scalar sub-select for an owner's own statement: a subject's labels as JSON, for {@link #read}.
     *
     * @param idExpression an SQL expression for the subject's id, never anything that a user wrote; its columns are
     *     qualified, and by another alias than {@code l}
     */
    public String columnFor(String idExpression) {
        return store.column(idExpression);
    }

    /** The labels in a column that {@link #columnFor} made, oldest first. */
    public List<AssignedLabel> read(String json) {
        return AssignmentJson.read(json);
    }

    private LabelCard usable(LabelId label) {
        LabelCard card = catalogue.find(label).orElseThrow(() -> Problem.notFound("label"));
        if (!card.appliesTo().contains(kind)) {
            throw Problem.invalid(new FieldError("label", "is not for a " + kind.token()));
        }
        if (card.archived()) {
            throw Problem.conflict("/problems/label-archived", "Label archived", "The label is archived.");
        }
        return card;
    }

    private Situation locked(Handle handle, UUID subject) {
        store.lock(handle, subject);
        return store.situation(handle, subject, null);
    }

    private LabelsApplied obey(
            Handle handle,
            UUID subject,
            PersonsWord word,
            Changes changes,
            List<LabelId> added,
            Actor actor,
            Instant at) {
        if (word.putOn() || !word.takenOff().isEmpty()) {
            store.write(handle, subject, changes);
        }
        if (!word.overridden().isEmpty()) {
            store.override(handle, subject, word.overridden(), actor, at);
        }
        return new LabelsApplied(new Subject(kind, subject), null, added, word.takenOff(), List.of(), actor, at);
    }

    private LabelsApplied applied(UUID subject, Verdict verdict, LabelsDecided decided) {
        return new LabelsApplied(
                new Subject(kind, subject),
                decided.occasion(),
                verdict.added().stream().map(Addition::label).toList(),
                verdict.removed().stream().map(Removal::label).toList(),
                verdict.suppressed(),
                decided.actor(),
                decided.at());
    }
}
