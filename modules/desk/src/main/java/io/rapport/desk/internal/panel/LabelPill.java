package io.rapport.desk.internal.panel;

import io.rapport.labels.LabelCard;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A label as lists show it. */
@Schema(requiredProperties = {"id", "name", "colour"})
public record LabelPill(UUID id, String name, String colour) {

    public static LabelPill of(LabelCard label) {
        return new LabelPill(label.id().value(), label.name(), label.colour());
    }
}
