package io.rapport.attributes;

import io.rapport.access.FieldError;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the API answers to a patch of values: each key stands or falls for itself.
 *
 * @param saved keys that were kept
 * @param refused keys that were not kept, with the reason
 */
@Schema(requiredProperties = {"saved", "refused"})
public record AttributesSaved(List<String> saved, List<FieldError> refused) {

    public static AttributesSaved of(Saved saved) {
        return new AttributesSaved(saved.saved(), saved.refused());
    }
}
