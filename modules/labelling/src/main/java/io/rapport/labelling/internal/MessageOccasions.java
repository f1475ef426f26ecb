package io.rapport.labelling.internal;

import io.rapport.events.Actor;
import io.rapport.events.MessagePosted;
import io.rapport.outbox.BatchObserver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Visitors' messages are occasions for rules. A conversation's creation has no observer of its own: its first message is
 * one, and one observer alone keeps creation before message.
 */
@ApplicationScoped
class MessageOccasions implements BatchObserver<MessagePosted> {

    @Inject
    Evaluator evaluator;

    @Override
    public String name() {
        return "labelling.message";
    }

    @Override
    public Class<MessagePosted> event() {
        return MessagePosted.class;
    }

    @Override
    public void take(List<MessagePosted> events) {
        evaluator.received(events.stream().filter(MessageOccasions::isVisitors).toList());
    }

    private static boolean isVisitors(MessagePosted event) {
        return event.actor().kind() == Actor.Kind.VISITOR && !event.isPrivate();
    }
}
