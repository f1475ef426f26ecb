package io.rapport.conversations.internal;

import io.rapport.access.Problem;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.ValueSource;
import io.rapport.events.Actor;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What agents and integrations do to a conversation's labels and attributes, each in one transaction; a finalised one stays as it is. */
@ApplicationScoped
public class ConversationEdits {

    @Inject
    Jdbi jdbi;

    @Inject
    Owned owned;

    @Inject
    Clock clock;

    @Inject
    Event<LabelsApplied> applied;

    @Inject
    Event<AttributesChanged> changed;

    /** Sets and removes attributes, each for itself; throws Problem 404, 409, and 422 when every one was refused. */
    @Transactional
    public Saved editAttributes(UUID id, List<ProposedValue> proposals, Actor actor) {
        checkEditable(id);
        ValueSource from = ValueSource.of(actor);
        return told(
                id, owned.values().offer(id, from.source(), from.id(), actor, clock.instant(), null, proposals), actor);
    }

    /** As {@link #editAttributes}, by the page on the visitor's behalf. */
    @Transactional
    public Saved describe(ConversationId conversation, SiteCard site, List<ProposedValue> proposals, Actor visitor) {
        UUID id = conversation.value();
        checkEditable(id);
        String source = site.id().toString();
        return told(
                id,
                owned.values().offer(id, Source.SDK, source, visitor, clock.instant(), site.region(), proposals),
                visitor);
    }

    private Saved told(UUID id, Saved saved, Actor actor) {
        if (saved.saved().isEmpty() && !saved.refused().isEmpty()) {
            throw Problem.invalid(saved.refused());
        }
        if (!saved.changed().isEmpty()) {
            Subject subject = new Subject(Subject.Kind.CONVERSATION, id);
            changed.fire(new AttributesChanged(subject, saved.changed(), actor, clock.instant()));
        }
        return saved;
    }

    @Transactional
    public void addLabel(UUID id, LabelId label, Actor actor) {
        checkEditable(id);
        tell(owned.labels().add(id, label, actor, clock.instant()));
    }

    @Transactional
    public void removeLabel(UUID id, LabelId label, Actor actor) {
        checkEditable(id);
        tell(owned.labels().remove(id, label, actor, clock.instant()));
    }

    private void tell(LabelsApplied event) {
        if (!event.added().isEmpty() || !event.removed().isEmpty()) {
            applied.fire(event);
        }
    }

    void checkEditable(UUID id) {
        String status = jdbi.withHandle(
                handle -> handle.createQuery("select status from conversations.conversation where id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .orElseThrow(() -> Problem.notFound("conversation")));
        if ("finalised".equals(status)) {
            throw Finalised.problem();
        }
    }
}
