package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Privacy;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A declared attribute. Its subject, key and type stay for ever, since values and rules name them. */
@Entity
@Table(schema = "attributes", name = "definition")
public class Definition {

    @Id
    private UUID id;

    private String subject;

    @Column(name = "key")
    private String key;

    private String name;

    private String description;

    @Column(name = "type")
    private String type;

    @Convert(converter = OptionsColumn.class)
    private List<String> options;

    @Column(name = "group_name")
    private String group;

    private int position;

    @Column(name = "visitors_may_write")
    private boolean visitorsMayWrite;

    private String pattern;

    @Convert(converter = OptionsColumn.class)
    private List<String> sites;

    @Column(name = "required_before_resolve")
    private boolean requiredBeforeResolve;

    private String privacy;

    @Column(name = "retention_days")
    private Integer retentionDays;

    @Version
    private long version;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected Definition() {}

    Definition(AttributeDefinition checked, Instant now) {
        this.id = TimeOrderedId.next();
        this.subject = checked.subject().token();
        this.key = checked.key();
        this.type = checked.type().token();
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        take(checked);
    }

    /** Becomes what was checked, in all but its subject, key and type. */
    void take(AttributeDefinition checked) {
        this.name = checked.name();
        this.description = checked.description();
        this.options = checked.options();
        this.group = checked.group();
        this.position = checked.position();
        this.visitorsMayWrite = checked.visitorsMayWrite();
        this.pattern = checked.pattern();
        this.sites = checked.sites().stream().map(SiteId::toString).sorted().toList();
        this.requiredBeforeResolve = checked.requiredBeforeResolve();
        this.privacy = checked.privacy().token();
        this.retentionDays = checked.retentionDays();
    }

    /** The definition as others see it; throws NoSuchElementException for a type that this version does not know. */
    AttributeDefinition seen() {
        return new AttributeDefinition(
                id,
                Subject.Kind.of(subject),
                key,
                name,
                description,
                AttributeType.of(type).orElseThrow(),
                options,
                group,
                position,
                visitorsMayWrite,
                pattern,
                sites.stream().map(UUID::fromString).map(SiteId::new).collect(Collectors.toSet()),
                requiredBeforeResolve,
                Privacy.of(privacy).orElseThrow(),
                retentionDays,
                version);
    }
}
