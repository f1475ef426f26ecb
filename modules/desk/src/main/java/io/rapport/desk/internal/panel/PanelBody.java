package io.rapport.desk.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Both tabs beside a conversation, as the API spells them. What is null is not known and left out. */
@Schema(
        name = "Panel",
        requiredProperties = {"conversation"})
public record PanelBody(ContactPart contact, ConversationPart conversation, SessionPart session) {

    /** Who did it. */
    @Schema(
            name = "Actor",
            requiredProperties = {"kind", "id", "name"})
    public record SetBy(
            @Schema(ref = "ActorKind") String kind, String id, String name, String version, Long revision) {}

    /** What a rule's condition read; a message by its id. */
    @Schema(
            name = "Fact",
            requiredProperties = {"field"})
    public record FactBody(String field, String value, UUID messageId) {}

    /** What a label stood in the way of. */
    @Schema(
            name = "Suppressed",
            requiredProperties = {"label", "ruleId", "reason"})
    public record SuppressedBody(
            String label,
            String ruleId,
            @Schema(ref = "SuppressionReason") String reason) {}

    /** Why a rule put a label on. */
    @Schema(
            name = "Why",
            requiredProperties = {"sentence", "facts", "suppressed"})
    public record WhyBody(String sentence, List<FactBody> facts, List<SuppressedBody> suppressed) {}

    /** A label on a subject. */
    @Schema(
            name = "AssignedLabel",
            requiredProperties = {"id", "name", "colour", "setBy", "setAt"})
    public record LabelBody(UUID id, String name, String colour, SetBy setBy, Instant setAt, WhyBody why) {}

    /**
     * An attribute's shown value.
     *
     * @param value null where an agent removed it while other sources have one
     * @param version for {@code If-Match} when the attribute is changed
     */
    @Schema(
            name = "Attribute",
            requiredProperties = {
                "key",
                "name",
                "type",
                "source",
                "sourceId",
                "version",
                "setBy",
                "setAt",
                "pinned",
                "estimated",
                "unverified",
                "unparsed",
                "declared",
                "others"
            })
    public record AttributeBody(
            String key,
            String name,
            @Schema(ref = "AttributeType") String type,
            @Schema(ref = "AttributeValue") Object value,
            @Schema(ref = "Source") String source,
            String sourceId,
            String version,
            SetBy setBy,
            Instant setAt,
            boolean pinned,
            boolean estimated,
            boolean unverified,
            boolean unparsed,
            boolean declared,
            int others) {}

    /** An attribute without a value that a provider may still bring. */
    @Schema(requiredProperties = {"key", "name"})
    public record PendingAttribute(String key, String name) {}

    /** 'Says to be …'. */
    @Schema(
            name = "Claim",
            requiredProperties = {"field", "value", "candidate"})
    public record ClaimBody(@Schema(ref = "ClaimedField") String field, String value, NamedContact candidate) {}

    /** A contact by id and name. */
    @Schema(requiredProperties = {"id", "name"})
    public record NamedContact(UUID id, String name) {}

    /** The tab Contact. */
    @Schema(
            name = "PanelContact",
            requiredProperties = {
                "id",
                "displayName",
                "verified",
                "blocked",
                "version",
                "createdAt",
                "conversations",
                "claims",
                "labels",
                "attributes",
                "pending"
            })
    public record ContactPart(
            UUID id,
            String displayName,
            String name,
            String email,
            String phone,
            boolean verified,
            boolean blocked,
            long version,
            Instant createdAt,
            long conversations,
            List<ClaimBody> claims,
            List<LabelBody> labels,
            List<AttributeBody> attributes,
            List<PendingAttribute> pending) {}

    /** The tab Conversation without the session. */
    @Schema(
            name = "PanelConversation",
            requiredProperties = {"id", "number", "site", "status", "createdAt", "labels", "attributes", "pending"})
    public record ConversationPart(
            UUID id,
            long number,
            UUID site,
            @Schema(ref = "Status") String status,
            Instant createdAt,
            List<LabelBody> labels,
            List<AttributeBody> attributes,
            List<PendingAttribute> pending) {}

    /** A country by code and English name. */
    @Schema(requiredProperties = {"code", "name"})
    public record Country(String code, String name) {}

    /** A device by type and make. */
    public record Device(String type, String name) {}

    /** A browser by name and version. */
    @Schema(requiredProperties = {"name"})
    public record Browser(String name, String version) {}

    /** What the session before told, where it differs: those parts alone. */
    public record Before(Country country, Device device) {}

    /**
     * Session information.
     *
     * @param visits how many sessions the visitor has had
     * @param others in how many sessions beside this one the visitor wrote in the conversation, counted up to 100
     * @param before null where it is the first, or nothing has changed since
     */
    @Schema(
            name = "PanelSession",
            requiredProperties = {"id", "estimated", "startedAt", "lastActivityAt", "visits", "others", "pending"})
    public record SessionPart(
            UUID id,
            Country country,
            String region,
            String city,
            boolean estimated,
            String timeZone,
            String language,
            Device device,
            String os,
            Browser browser,
            String network,
            String referrer,
            String landingPage,
            String currentPage,
            Instant startedAt,
            Instant lastActivityAt,
            long visits,
            int others,
            Before before,
            List<String> pending) {}
}
