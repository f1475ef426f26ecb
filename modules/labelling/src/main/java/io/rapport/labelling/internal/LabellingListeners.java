package io.rapport.labelling.internal;

import io.rapport.events.LabelsApplied;
import io.rapport.events.SessionId;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.outbox.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What labelling learns from others, beside the messages that {@link MessageOccasions} takes. */
@ApplicationScoped
class LabellingListeners {

    @Inject
    Evaluator evaluator;

    @Inject
    OccasionTable occasions;

    void on(@Observes @AfterCommit("labelling.supplied") ValuesSupplied event) {
        SessionId session = event.subject().kind() == Subject.Kind.SESSION
                ? new SessionId(event.subject().id())
                : event.session();
        if (session != null) {
            occasions.waitingFor(session).forEach(id -> evaluator.again(id, false));
        }
    }

    /** In the transaction of the evaluation, when an owner answers. */
    void note(@Observes LabelsApplied event) {
        if (event.occasion() != null) {
            occasions.note(event.occasion(), OutcomeJson.applied(event));
        }
    }
}
