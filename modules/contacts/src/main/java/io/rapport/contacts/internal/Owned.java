package io.rapport.contacts.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeMerging;
import io.rapport.attributes.AttributeValues;
import io.rapport.events.Subject;
import io.rapport.labels.LabelAssignments;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.LabelMerging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The labels and values of contacts, kept in this module's schema. */
@ApplicationScoped
class Owned {

    private LabelAssignments labels;
    private AttributeValues values;
    private LabelMerging labelMerging;
    private AttributeMerging valueMerging;

    /** For the container's proxy. */
    Owned() {}

    @Inject
    Owned(Jdbi jdbi, Clock clock, LabelCatalogue catalogue, AttributeDefinitions definitions) {
        labels = new LabelAssignments(jdbi, catalogue, "contacts", Subject.Kind.CONTACT);
        values = new AttributeValues(jdbi, definitions, clock, "contacts", Subject.Kind.CONTACT);
        labelMerging = new LabelMerging(jdbi, "contacts", Subject.Kind.CONTACT);
        valueMerging = new AttributeMerging(jdbi, clock, "contacts");
    }

    LabelAssignments labels() {
        return labels;
    }

    AttributeValues values() {
        return values;
    }

    LabelMerging labelMerging() {
        return labelMerging;
    }

    AttributeMerging valueMerging() {
        return valueMerging;
    }
}
