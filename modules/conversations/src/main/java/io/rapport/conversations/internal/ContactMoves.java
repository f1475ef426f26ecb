package io.rapport.conversations.internal;

import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.ContactsMerged;
import io.rapport.events.ContactsUnmerged;
import io.rapport.events.ConversationId;
import io.rapport.events.ConversationsHandedOver;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A conversation is its visitor's, and goes where contacts say that the visitor goes. */
@ApplicationScoped
class ContactMoves {

    private static final String MOVE = """
            update conversations.conversation set contact_id = :to where contact_id = :from returning id""";

    private static final String MOVE_BACK = """
            update conversations.conversation set contact_id = :to
             where contact_id = :from and visitor_id = any(:visitors) returning id""";

    @Inject
    Jdbi jdbi;

    @Inject
    Event<ConversationsHandedOver> handedOver;

    void on(@Observes ContactsMerged event) {
        List<ConversationId> moved = jdbi.withHandle(handle -> handle.createQuery(MOVE)
                .bind("from", event.from().value())
                .bind("to", event.into().value())
                .map((row, context) -> new ConversationId(row.getObject(1, UUID.class)))
                .list());
        tell(event.from(), event.into(), event.displayName(), moved, event.actor(), event.at());
    }

    void on(@Observes ContactsUnmerged event) {
        UUID[] visitors = event.visitors().stream().map(VisitorId::value).toArray(UUID[]::new);
        List<ConversationId> moved = jdbi.withHandle(handle -> handle.createQuery(MOVE_BACK)
                .bind("from", event.from().value())
                .bind("to", event.restored().value())
                .bindArray("visitors", UUID.class, (Object[]) visitors)
                .map((row, context) -> new ConversationId(row.getObject(1, UUID.class)))
                .list());
        tell(event.from(), event.restored(), event.displayName(), moved, event.actor(), event.at());
    }

    private void tell(
            ContactId from, ContactId to, String displayName, List<ConversationId> moved, Actor actor, Instant at) {
        if (!moved.isEmpty()) {
            handedOver.fire(new ConversationsHandedOver(from, to, displayName, moved, actor, at));
        }
    }
}
