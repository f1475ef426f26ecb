package io.rapport.conversations.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeValues;
import io.rapport.events.Subject;
import io.rapport.labels.LabelAssignments;
import io.rapport.labels.LabelCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The labels and values of conversations, kept in this module's schema. */
@ApplicationScoped
class Owned {

    private LabelAssignments labels;
    private AttributeValues values;

    /** For the container's proxy. */
    Owned() {}

    @Inject
    Owned(Jdbi jdbi, Clock clock, LabelCatalogue catalogue, AttributeDefinitions definitions) {
        labels = new LabelAssignments(jdbi, catalogue, "conversations", Subject.Kind.CONVERSATION);
        values = new AttributeValues(jdbi, definitions, clock, "conversations", Subject.Kind.CONVERSATION);
    }

    LabelAssignments labels() {
        return labels;
    }

    AttributeValues values() {
        return values;
    }
}
