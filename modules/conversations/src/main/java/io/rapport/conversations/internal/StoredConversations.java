package io.rapport.conversations.internal;

import io.rapport.access.FieldError;
import io.rapport.access.NaturalGroups;
import io.rapport.access.Problem;
import io.rapport.access.UniqueViolation;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.conversations.Conversations;
import io.rapport.conversations.FirstMessage;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.Received;
import io.rapport.conversations.VisitorConversation;
import io.rapport.conversations.VisitorWriter;
import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.VisitorId;
import io.rapport.sites.SiteCard;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Conversations in the database. A write that lost a race against its own twin is tried once more. */
@ApplicationScoped
public class StoredConversations implements Conversations {

    /** Messages in one transaction: more make it longer, but no cheaper. */
    private static final int MOST_AT_ONCE = 64;

    @Inject
    Writing writing;

    @Inject
    MessageTable table;

    @Inject
    ConversationEdits edits;

    private NaturalGroups<Draft, Writing.Written> posts;

    @PostConstruct
    void gatherPosts() {
        posts = new NaturalGroups<>(MOST_AT_ONCE, StoredConversations::identity, writing::post);
    }

    @Override
    public Received receive(FirstMessage message) {
        try {
            return again(() -> begin(message));
        } catch (RuntimeException repeated) {
            // A key that was used in a conversation which is finalised by now breaks the index every time.
            if (!UniqueViolation.isIn(repeated)) {
                throw repeated;
            }
            return table.written(message.writer().visitor(), message.clientMessageId())
                    .orElseThrow(() -> repeated);
        }
    }

    private Received begin(FirstMessage message) {
        return writing.start(message).orElseGet(() -> goOn(message));
    }

    @Override
    public Received receive(VisitorWriter writer, ConversationId conversation, String clientMessageId, String text) {
        return post(visitors(writer, conversation, clientMessageId, text));
    }

    @Override
    public Received answer(
            Actor agent, UUID agentId, ConversationId conversation, String key, String text, boolean isPrivate) {
        Draft draft = new Draft(conversation, agent, agentId, key, text, isPrivate, null);
        Received received = post(draft);
        if (received.repeated() && !isSame(received.message(), draft)) {
            throw Problem.invalid(List.of(new FieldError("Idempotency-Key", "was used for another message")));
        }
        return received;
    }

    @Override
    public void changeStatus(ConversationId conversation, String status, Actor actor) {
        writing.changeStatus(conversation, status, actor);
    }

    @Override
    public Optional<VisitorConversation> current(VisitorId visitor) {
        return table.current(visitor);
    }

    @Override
    public void seen(VisitorId visitor, ConversationId conversation, long upTo) {
        if (!table.seen(visitor, conversation, upTo) && !table.belongsTo(visitor, conversation)) {
            throw Problem.notFound("conversation");
        }
    }

    @Override
    public Saved describe(VisitorId visitor, SiteCard site, ConversationId conversation, List<ProposedValue> values) {
        if (!table.belongsTo(visitor, conversation)) {
            throw Problem.notFound("conversation");
        }
        return edits.describe(conversation, site, values, Actor.visitor(visitor));
    }

    @Override
    public List<MessageCard> readAsVisitor(VisitorId visitor, ConversationId conversation, long after, int limit) {
        List<MessageCard> messages = table.forVisitor(visitor, conversation, after, limit);
        if (messages.isEmpty() && !table.belongsTo(visitor, conversation)) {
            throw Problem.notFound("conversation");
        }
        return messages;
    }

    @Override
    public List<MessageCard> readAsAgent(ConversationId conversation, Range range) {
        List<MessageCard> messages = table.forAgent(conversation, range);
        if (messages.isEmpty() && !table.exists(conversation)) {
            throw Problem.notFound("conversation");
        }
        return range.after() == null ? Reversed.of(messages) : messages;
    }

    /** The visitor has a conversation already: another of its windows was first, or it is a retry. */
    private Received goOn(FirstMessage message) {
        VisitorConversation current = table.current(message.writer().visitor())
                .orElseThrow(() -> new IllegalStateException("The visitor's conversation was finalised meanwhile"));
        return posts.take(visitors(message.writer(), current.id(), message.clientMessageId(), message.text()))
                .orThrow();
    }

    private Received post(Draft draft) {
        return again(() -> posts.take(draft).orThrow());
    }

    /** A retry is not to stand beside what it repeats. */
    private static Object identity(Draft draft) {
        return draft.key() == null ? new Object() : List.of(draft.writer(), draft.key());
    }

    private static Draft visitors(VisitorWriter writer, ConversationId conversation, String key, String text) {
        Actor author = Actor.visitor(writer.visitor());
        return new Draft(conversation, author, writer.visitor().value(), key, text, false, writer.session());
    }

    private static boolean isSame(MessageCard message, Draft draft) {
        return message.conversation().equals(draft.conversation())
                && message.text().equals(draft.text())
                && message.isPrivate() == draft.isPrivate();
    }

    private static Received again(Supplier<Received> write) {
        try {
            return write.get();
        } catch (RuntimeException lost) {
            if (!UniqueViolation.isIn(lost)) {
                throw lost;
            }
            return write.get();
        }
    }
}
