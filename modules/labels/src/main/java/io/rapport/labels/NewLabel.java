package io.rapport.labels;

import io.rapport.events.Subject;
import java.util.Set;

/**
 * A label to be made.
 *
 * @param name as typed; scope and name are parted by the last {@code ::}
 * @param colour {@code #rrggbb}; null takes the default
 * @param description may be null
 * @param appliesTo not empty
 */
public record NewLabel(String name, String colour, String description, Set<Subject.Kind> appliesTo) {}
