package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.ProposedValue;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.util.Optional;

/** Says without keeping anything what the gate says. */
public final class Doorkeeper {

    private Doorkeeper() {}

    /** What forbids a value; empty when nothing does. */
    public static Optional<String> faultOf(
            AttributeDefinitions definitions,
            Subject.Kind subject,
            Source source,
            String sourceId,
            String phoneRegion,
            ProposedValue value) {
        return Optional.ofNullable(new Gate(definitions, subject, source, sourceId, phoneRegion)
                .check(value)
                .fault());
    }
}
