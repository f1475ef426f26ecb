package io.rapport.attributes;

import java.util.Set;

/**
 * Something that would not work without an attribute.
 *
 * @param name what people call it, with its kind: {@code the rule "Refunds"}
 * @param options which of the attribute's options it names; empty where it names none
 */
public record AttributeUser(String name, Set<String> options) {

    public AttributeUser {
        options = Set.copyOf(options);
    }
}
