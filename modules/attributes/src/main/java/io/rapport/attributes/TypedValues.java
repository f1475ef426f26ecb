package io.rapport.attributes;

import io.rapport.attributes.internal.ValueParser;
import java.util.Optional;

/** Tells before anything is kept whether a value fits its attribute: the rules of {@link AttributeValues#offer}. */
public final class TypedValues {

    private TypedValues() {}

    /**
     * What forbids a value; empty when nothing does.
     *
     * @param value String, Number or Boolean, neither null nor blank
     * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
     */
    public static Optional<String> faultOf(AttributeDefinition definition, Object value, String phoneRegion) {
        return Optional.ofNullable(
                ValueParser.parse(definition, value, phoneRegion).fault());
    }
}
