package io.rapport.desk.internal.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Both tabs beside a conversation, as the API spells them. What is null is not known and left out. */
public record PanelBody(ContactPart contact, ConversationPart conversation, SessionPart session) {

    /** Who did it. */
    public record SetBy(String kind, String id, String name, String version, Long revision) {}

    /** What a rule's condition read; a message by its id. */
    public record FactBody(String field, String value, UUID messageId) {}

    /** What a label stood in the way of. */
    public record SuppressedBody(String label, String ruleId, String reason) {}

    /** Why a rule put a label on. */
    public record WhyBody(String sentence, List<FactBody> facts, List<SuppressedBody> suppressed) {}

    /** A label on a subject. */
    public record LabelBody(UUID id, String name, String colour, SetBy setBy, Instant setAt, WhyBody why) {}

    /** An attribute's shown value. */
    public record AttributeBody(
            String key,
            String name,
            String type,
            Object value,
            String source,
            SetBy setBy,
            Instant setAt,
            boolean pinned,
            boolean estimated,
            boolean unverified,
            boolean unparsed,
            boolean declared,
            int others) {}

    /** 'Says to be …'. */
    public record ClaimBody(String field, String value, NamedContact candidate) {}

    /** A contact by id and name. */
    public record NamedContact(UUID id, String name) {}

    /** The tab Contact. */
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
            List<AttributeBody> attributes) {}

    /** The tab Conversation without the session. */
    public record ConversationPart(
            UUID id,
            long number,
            String status,
            Instant createdAt,
            List<LabelBody> labels,
            List<AttributeBody> attributes) {}

    /** A country by code and English name. */
    public record Country(String code, String name) {}

    /** A device by type and make. */
    public record Device(String type, String name) {}

    /** A browser by name and version. */
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
