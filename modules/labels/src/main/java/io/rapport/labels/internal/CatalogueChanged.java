package io.rapport.labels.internal;

import io.rapport.events.LabelId;

/**
 * The catalogue changed in the running transaction; for this module only.
 *
 * @param label the label that is new or other than before
 */
public record CatalogueChanged(LabelId label) {}
