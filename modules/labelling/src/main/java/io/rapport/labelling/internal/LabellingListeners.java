package io.rapport.labelling.internal;

import io.rapport.events.LabelsApplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What labelling learns in the transaction of an evaluation. */
@ApplicationScoped
class LabellingListeners {

    @Inject
    OccasionTable occasions;

    /** In the transaction of the evaluation, when an owner answers. */
    void note(@Observes LabelsApplied event) {
        if (event.occasion() != null) {
            occasions.note(event.occasion(), OutcomeJson.applied(event));
        }
    }
}
