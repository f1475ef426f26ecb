package io.rapport.labels.internal;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A label of the catalogue. It is made once and may be archived; subjects that carry it hold its id. */
@Entity
@Table(schema = "labels", name = "label")
public class Label {

    @Id
    private UUID id;

    private String name;

    @Column(name = "folded_name")
    private String foldedName;

    @Column(name = "scope_key")
    private String scopeKey;

    private String colour;

    private String description;

    @Column(name = "on_contact")
    private boolean onContact;

    @Column(name = "on_conversation")
    private boolean onConversation;

    @Column(name = "on_site")
    private boolean onSite;

    private boolean archived;

    @Version
    private long version;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    protected Label() {}

    Label(LabelName name, String colour, String description, Set<Subject.Kind> appliesTo, Instant now) {
        this.id = LabelId.next().value();
        this.name = name.typed();
        this.foldedName = name.folded();
        this.scopeKey = name.scope();
        this.colour = colour;
        this.description = description;
        this.onContact = appliesTo.contains(Subject.Kind.CONTACT);
        this.onConversation = appliesTo.contains(Subject.Kind.CONVERSATION);
        this.onSite = appliesTo.contains(Subject.Kind.SITE);
        this.createdAt = now.atOffset(ZoneOffset.UTC);
    }

    String foldedName() {
        return foldedName;
    }

    /** The label as others see it; {@code severalOf} are the scopes that allow several labels at a time. */
    LabelCard card(Set<String> severalOf) {
        return new LabelCard(
                new LabelId(id),
                name,
                colour,
                description,
                appliesTo(),
                archived,
                scopeKey == null || severalOf.contains(scopeKey) ? null : scopeKey);
    }

    private Set<Subject.Kind> appliesTo() {
        Set<Subject.Kind> kinds = EnumSet.noneOf(Subject.Kind.class);
        if (onContact) {
            kinds.add(Subject.Kind.CONTACT);
        }
        if (onConversation) {
            kinds.add(Subject.Kind.CONVERSATION);
        }
        if (onSite) {
            kinds.add(Subject.Kind.SITE);
        }
        return kinds;
    }
}
