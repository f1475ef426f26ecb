package io.rapport.attributes.internal;

import io.rapport.events.Subject;

/**
 * The definitions changed in the running transaction; for this module only.
 *
 * @param subject whose
 * @param key which attribute is new or other than before
 */
public record DefinitionsChanged(Subject.Kind subject, String key) {}
