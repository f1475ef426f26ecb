package io.rapport.widget.internal;

import io.rapport.conversations.MessageCard;
import io.rapport.events.Actor;
import io.rapport.events.MessagePosted;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message as its visitor sees it: an agent shows a name, never an id, and so does a program that speaks for the team. */
@Schema(requiredProperties = {"id", "sequence", "author", "text", "at"})
public record VisitorMessage(UUID id, long sequence, Author author, String text, Instant at, String clientMessageId) {

    /** Who wrote. */
    @Schema(
            name = "VisitorMessageAuthor",
            requiredProperties = {"kind", "name"})
    public record Author(@Schema(ref = "VisitorActorKind") String kind, String name) {}

    static VisitorMessage of(MessageCard message) {
        return new VisitorMessage(
                message.id().value(),
                message.sequence(),
                author(message.author()),
                message.text(),
                message.at(),
                keyOf(message.author(), message.clientMessageId()));
    }

    static VisitorMessage of(MessagePosted event) {
        return new VisitorMessage(
                event.message().value(),
                event.sequence(),
                author(event.actor()),
                event.text(),
                event.at(),
                keyOf(event.actor(), event.clientMessageId()));
    }

    private static Author author(Actor actor) {
        return switch (actor.kind()) {
            case VISITOR -> new Author("visitor", actor.name());
            case AGENT, TOKEN -> new Author("agent", actor.name());
            default -> new Author("system", actor.name());
        };
    }

    /** An agent's key for retries is no business of the visitor's. */
    private static String keyOf(Actor author, String key) {
        return author.kind() == Actor.Kind.VISITOR ? key : null;
    }
}
