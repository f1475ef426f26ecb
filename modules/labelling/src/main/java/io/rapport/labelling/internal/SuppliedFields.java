package io.rapport.labelling.internal;

import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.outbox.BatchObserver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What providers supply is what occasions wait for. */
@ApplicationScoped
class SuppliedFields implements BatchObserver<ValuesSupplied> {

    @Inject
    Evaluator evaluator;

    @Override
    public String name() {
        return "labelling.supplied";
    }

    @Override
    public Class<ValuesSupplied> event() {
        return ValuesSupplied.class;
    }

    @Override
    public void take(List<ValuesSupplied> events) {
        Set<Subject> subjects =
                events.stream().flatMap(SuppliedFields::waitedForIn).collect(Collectors.toSet());
        if (!subjects.isEmpty()) {
            evaluator.supplied(subjects);
        }
    }

    /** Those of the session itself; of a contact, those of the conversation for which it was looked up. */
    private static Stream<Subject> waitedForIn(ValuesSupplied event) {
        if (event.conversation() != null) {
            return Stream.of(Subject.of(event.conversation()));
        }
        return Stream.of(event.subject()).filter(subject -> subject.kind() == Subject.Kind.SESSION);
    }
}
