package io.rapport.labels.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What somebody said about a scope. A scope of which nobody said anything is exclusive. */
@Entity
@Table(schema = "labels", name = "scope")
public class LabelScope {

    @Id
    @Column(name = "scope_key")
    private String key;

    private boolean exclusive;

    protected LabelScope() {}
}
