package io.rapport.desk.internal.history;

import io.rapport.desk.internal.panel.PanelBody.SetBy;
import io.rapport.desk.internal.panel.PanelBody.WhyBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a history, the latest first, as the API spells it. What is not known is null. */
@Schema(
        name = "HistoryPage",
        requiredProperties = {"items"})
public record HistoryBody(List<Entry> items, String next) {

    /**
     * Something that happened: the part of its kind is there, the others are not.
     *
     * @param kind label, value, conversation or session
     * @param by who did it; null for conversations and sessions, which are the customer's
     */
    @Schema(
            name = "HistoryEntry",
            requiredProperties = {"id", "kind", "at"})
    public record Entry(
            UUID id,
            @Schema(ref = "HistoryKind") String kind,
            Instant at,
            SetBy by,
            LabelPart label,
            ValuePart value,
            ConversationPart conversation,
            SessionPart session) {}

    /**
     * A label that went on or off, or was not put on.
     *
     * @param action added, removed or suppressed
     * @param reason in one word; null where a person wished it
     * @param instead the label that took its place or stood in its way; null for none
     */
    @Schema(
            name = "HistoryLabel",
            requiredProperties = {"action", "id", "name", "colour"})
    public record LabelPart(
            @Schema(ref = "LabelAction") String action,
            UUID id,
            String name,
            String colour,
            @Schema(ref = "LabelReason") String reason,
            String instead,
            WhyBody why) {}

    /**
     * A shown value that changed, or what holds it.
     *
     * @param action set, pinned or released
     */
    @Schema(
            name = "HistoryValue",
            requiredProperties = {"action", "key", "name", "source"})
    public record ValuePart(
            @Schema(ref = "ValueAction") String action,
            String key,
            String name,
            @Schema(ref = "Source") String source,
            @Schema(ref = "AttributeValue") Object before,
            @Schema(ref = "AttributeValue") Object after) {}

    /** A conversation that was started. */
    @Schema(
            name = "HistoryConversation",
            requiredProperties = {"id", "number", "status"})
    public record ConversationPart(
            UUID id, long number, @Schema(ref = "Status") String status) {}

    /**
     * A visit.
     *
     * @param country ISO 3166-1 alpha-2
     */
    @Schema(
            name = "HistorySession",
            requiredProperties = {"id", "estimated"})
    public record SessionPart(
            UUID id, String country, String city, boolean estimated, String deviceType, String browser) {}
}
