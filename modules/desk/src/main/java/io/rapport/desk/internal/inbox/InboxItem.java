package io.rapport.desk.internal.inbox;

import io.rapport.desk.internal.panel.LabelPill;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conversation in the list, as the API spells it. */
@Schema(requiredProperties = {"id", "number", "status", "site", "lastActivityAt", "unread", "labels"})
public record InboxItem(
        UUID id,
        long number,
        @Schema(ref = "Status") String status,
        Named site,
        Named contact,
        LastMessage lastMessage,
        Instant lastActivityAt,
        boolean unread,
        Instant waitingSince,
        List<LabelPill> labels,
        String country) {

    /** A thing by id and name. */
    @Schema(requiredProperties = {"id", "name"})
    public record Named(UUID id, String name) {}

    /** The start of the latest message. */
    @Schema(requiredProperties = {"text", "authorKind", "at"})
    public record LastMessage(
            String text, @Schema(ref = "ActorKind") String authorKind, String authorName, Instant at) {}
}
