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
import io.rapport.events.MessagesPosted;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The writing transactions of conversations: one statement, then the events that tell of it. */
@ApplicationScoped
public class Writing {

    @Inject
    MessageTable table;

    @Inject
    MessagePosting posting;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Event<ConversationStarted> started;

    @Inject
    Event<MessagesPosted> posted;

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
            MessagePosted event = new MessagePosted(
                    conversation,
                    message,
                    1,
                    first.site().id(),
                    first.writer().visitor(),
                    first.writer().session(),
                    first.text(),
                    false,
                    first.clientMessageId(),
                    author,
                    now);
            posted.fire(new MessagesPosted(List.of(event)));
            return new Received(number, card(event), true, false);
        });
    }

    /** What became of a draft: the message, or why it is refused. */
    record Written(Received received, Problem refusal) {

        /** The message; throws Problem 404 or 409. */
        Received orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return received;
        }
    }

    /** Adds messages in one transaction; answers for each in the same order. */
    @Transactional
    public List<Written> post(List<Draft> drafts) {
        Instant now = clock.instant();
        List<MessageId> ids = drafts.stream().map(draft -> MessageId.next()).toList();
        Map<Integer, MessagePosting.Posted> rows = posting.post(drafts, ids, now);
        List<Written> written = new ArrayList<>();
        List<MessagePosted> events = new ArrayList<>();
        Map<ConversationId, ConversationChanged> reopened = new LinkedHashMap<>();
        for (int place = 0; place < drafts.size(); place++) {
            Draft draft = drafts.get(place);
            MessagePosting.Posted row = rows.get(place);
            if (row == null) {
                written.add(new Written(null, Problem.notFound("conversation")));
            } else if (row.isFinalised()) {
                written.add(new Written(null, Finalised.problem()));
            } else if (row.earlier() != null) {
                written.add(new Written(new Received(row.number(), row.earlier(), false, true), null));
            } else {
                MessagePosted event = event(draft, ids.get(place), row, now);
                events.add(event);
                written.add(new Written(new Received(row.number(), card(event), false, false), null));
                if (row.reopened()) {
                    reopened.putIfAbsent(draft.conversation(), changed(draft, row, now));
                }
            }
        }
        if (!events.isEmpty()) {
            posted.fire(new MessagesPosted(events));
        }
        reopened.values().forEach(changed::fire);
        return written;
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

    private static MessagePosted event(Draft draft, MessageId id, MessagePosting.Posted row, Instant now) {
        return new MessagePosted(
                draft.conversation(),
                id,
                row.sequence(),
                new SiteId(row.site()),
                new VisitorId(row.visitor()),
                draft.session(),
                draft.text(),
                draft.isPrivate(),
                draft.key(),
                draft.author(),
                now);
    }

    private static MessageCard card(MessagePosted event) {
        return new MessageCard(
                event.message(),
                event.conversation(),
                event.sequence(),
                event.actor(),
                event.text(),
                event.isPrivate(),
                event.clientMessageId(),
                event.at());
    }

    private static ConversationChanged changed(Draft draft, MessagePosting.Posted row, Instant now) {
        return new ConversationChanged(
                draft.conversation(), row.status(), new VisitorId(row.visitor()), draft.author(), now);
    }
}
