package io.rapport.contacts;

import io.rapport.access.FieldError;
import io.rapport.events.ContactId;
import java.util.List;

/**
 * What became of an introduction: each field stands or falls for itself.
 *
 * @param contact the contact behind the visitor; null while there is none and the first message will make one
 * @param saved fields that were kept
 * @param refused fields that were not kept, with the reason
 */
public record Introduced(ContactId contact, List<String> saved, List<FieldError> refused) {

    public Introduced {
        saved = List.copyOf(saved);
        refused = List.copyOf(refused);
    }
}
