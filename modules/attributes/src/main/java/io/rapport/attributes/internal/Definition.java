package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
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

    @Version
    private long version;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected Definition() {}

    Definition(AttributeDefinition checked, Instant now) {
        this.id = TimeOrderedId.next();
        this.subject = checked.subject().token();
        this.key = checked.key();
        this.name = checked.name();
        this.description = checked.description();
        this.type = checked.type().token();
        this.options = checked.options();
        this.group = checked.group();
        this.position = checked.position();
        this.visitorsMayWrite = checked.visitorsMayWrite();
        this.createdAt = now.atOffset(ZoneOffset.UTC);
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
                visitorsMayWrite);
    }
}
