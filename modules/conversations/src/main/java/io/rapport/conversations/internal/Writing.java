package io.rapport.conversations.internal;

import io.rapport.access.Problem;
import io.rapport.conversations.FirstMessage;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.Received;
import io.rapport.events.Actor;
import io.rapport.events.ConversationChanged;
import io.rapport.events.ConversationId;
import io.rapport.events.ConversationStarted;
import io.rapport.events.MessageId;
import io.rapport.events.MessagePosted;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The writing transactions of conversations: one statement, then the events that tell of it. */
@ApplicationScoped
public class Writing {

    @Inject
    MessageTable table;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Event<ConversationStarted> started;

    @Inject
    Event<MessagePosted> posted;

    @Inject
    Event<ConversationChanged> changed;

    /** Empty when the visitor has a conversation that is not finalised. */
    @Transactional
    public Optional<Received> start(FirstMessage first) {
        ConversationId conversation = ConversationId.next();
        MessageId message = MessageId.next();
        Actor author = Actor.visitor(first.writer().visitor());
        Instant now = clock.instant();
        return table.start(first, conversation, message, author, now).map(number -> {
            started.fire(new ConversationStarted(
                    conversation,
                    number,
                    first.site().id(),
                    first.writer().visitor(),
                    first.writer().session(),
                    first.writer().contact(),
                    first.answers(),
                    author,
                    now));
            Draft draft = new Draft(
                    conversation,
                    author,
                    first.writer().visitor().value(),
                    first.clientMessageId(),
                    first.text(),
                    false,
                    first.writer().session());
            return tell(draft, message, first.site().id(), first.writer().visitor(), 1, number, true, now);
        });
    }

    /** Throws Problem 404 or 409. */
    @Transactional
    public Received post(Draft draft) {
        MessageId message = MessageId.next();
        Instant now = clock.instant();
        MessageTable.Posted row = table.post(draft, message, now).orElseThrow(() -> Problem.notFound("conversation"));
        if (row.earlier() != null) {
            return new Received(row.number(), row.earlier(), false, true);
        }
        if (row.isFinalised()) {
            throw Finalised.problem();
        }
        VisitorId visitor = new VisitorId(row.visitor());
        Received received =
                tell(draft, message, new SiteId(row.site()), visitor, row.sequence(), row.number(), false, now);
        if (row.reopened()) {
            changed.fire(new ConversationChanged(draft.conversation(), row.status(), visitor, draft.author(), now));
        }
        return received;
    }

    /** Throws Problem 404 or 409; asking for the status that it has changes nothing. */
    @Transactional
    public void changeStatus(ConversationId conversation, String status, Actor actor) {
        record Row(UUID visitor, String old) {}
        Row row = jdbi.withHandle(handle -> handle.createQuery("""
                        with locked as (
                          select id, visitor_id, status from conversations.conversation where id = :id for update),
                        moved as (
                          update conversations.conversation c set status = :status, version = c.version + 1
                            from locked l where c.id = l.id and l.status not in ('finalised', :status))
                        select visitor_id, status from locked""")
                .bind("id", conversation.value())
                .bind("status", status)
                .map((result, context) -> new Row(result.getObject(1, UUID.class), result.getString(2)))
                .findOne()
                .orElseThrow(() -> Problem.notFound("conversation")));
        if ("finalised".equals(row.old())) {
            throw Finalised.problem();
        }
        if (!row.old().equals(status)) {
            changed.fire(new ConversationChanged(
                    conversation, status, new VisitorId(row.visitor()), actor, clock.instant()));
        }
    }

    private Received tell(
            Draft draft,
            MessageId message,
            SiteId site,
            VisitorId visitor,
            long sequence,
            long number,
            boolean isFirst,
            Instant now) {
        posted.fire(new MessagePosted(
                draft.conversation(),
                message,
                sequence,
                site,
                visitor,
                draft.session(),
                draft.text(),
                draft.isPrivate(),
                draft.key(),
                draft.author(),
                now));
        MessageCard card = new MessageCard(
                message,
                draft.conversation(),
                sequence,
                draft.author(),
                draft.text(),
                draft.isPrivate(),
                draft.key(),
                now);
        return new Received(number, card, isFirst, false);
    }
}
