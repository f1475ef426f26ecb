package io.rapport.attributes;

import io.rapport.attributes.internal.Doorkeeper;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.util.Optional;

/** Tells before there is a subject what {@link AttributeValues#offer} would say to a value. */
public final class OfferedValues {

    private OfferedValues() {}

    /**
     * What forbids a value, declared or not; empty when nothing does.
     *
     * @param sourceId which instance of the source: of a form or the SDK the id of its site
     * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
     */
    public static Optional<String> faultOf(
            AttributeDefinitions definitions,
            Subject.Kind subject,
            Source source,
            String sourceId,
            String phoneRegion,
            ProposedValue value) {
        return Doorkeeper.faultOf(definitions, subject, source, sourceId, phoneRegion, value);
    }
}
