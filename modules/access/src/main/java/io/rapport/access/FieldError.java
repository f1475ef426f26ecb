package io.rapport.access;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field's name as the request spells it; nested ones with dots ({@code preChat.email}); never null
 * @param message one short sentence for people, never null, never the refused value itself
 */
@Schema(requiredProperties = {"field", "message"})
public record FieldError(String field, String message) {

    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
