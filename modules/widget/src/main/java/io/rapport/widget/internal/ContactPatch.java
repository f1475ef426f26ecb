package io.rapport.widget.internal;

import io.rapport.access.Checks;
import io.rapport.access.FieldError;
import io.rapport.attributes.ProposedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the page says of the visitor, as a JSON Merge Patch (RFC 7396): what is absent stays, null takes back.
 *
 * @param externalId who the page says it is; null where it does not
 * @param identityToken what proves it; null without proof
 * @param said name, email, phone and attributes
 * @param refused what is no part of a contact
 */
record ContactPatch(String externalId, String identityToken, List<ProposedValue> said, List<FieldError> refused) {

    private static final Set<String> FIELDS = Set.of("name", "email", "phone");
    private static final String EXTERNAL_ID = "externalId";
    private static final String IDENTITY_TOKEN = "identityToken";
    private static final String ATTRIBUTES = "attributes";
    private static final Set<String> KNOWN = Set.of(EXTERNAL_ID, IDENTITY_TOKEN, ATTRIBUTES, "name", "email", "phone");

    /** Reads a patch; throws Problem 422 where a part is of another shape, or the id comes without its proof. */
    static ContactPatch of(Map<String, Object> body) {
        Checks checks = new Checks();
        String externalId = text(checks, body, EXTERNAL_ID);
        String identityToken = text(checks, body, IDENTITY_TOKEN);
        Map<?, ?> attributes = object(checks, body, ATTRIBUTES);
        checks.that(externalId == null || identityToken != null, EXTERNAL_ID, "needs an identityToken that proves it");
        checks.orThrow();
        List<ProposedValue> said = new ArrayList<>();
        List<FieldError> refused = new ArrayList<>();
        body.forEach((key, value) -> {
            if (FIELDS.contains(key)) {
                said.add(ProposedValue.of(key, value));
            } else if (!KNOWN.contains(key)) {
                refused.add(new FieldError(key, "is not known; attributes go into " + ATTRIBUTES));
            }
        });
        attributes.forEach((key, value) -> {
            if (FIELDS.contains(key)) {
                refused.add(new FieldError((String) key, "stands by itself, beside " + ATTRIBUTES));
            } else {
                said.add(ProposedValue.of((String) key, value));
            }
        });
        return new ContactPatch(externalId, identityToken, said, refused);
    }

    private static String text(Checks checks, Map<String, Object> body, String field) {
        Object value = body.get(field);
        return value == null || value instanceof String ? (String) value : checks.refuse(field, "must be text");
    }

    private static Map<?, ?> object(Checks checks, Map<String, Object> body, String field) {
        Object value = body.get(field);
        checks.that(value == null || value instanceof Map, field, "must be an object of keys and values");
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
