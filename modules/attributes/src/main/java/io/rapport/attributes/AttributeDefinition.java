package io.rapport.attributes;

import io.rapport.events.Subject;
import java.util.List;
import java.util.UUID;

/**
 * What is known about an attribute before it has a value.
 *
 * @param id the definition; null for the built-in name, email and phone of contacts
 * @param subject CONTACT or CONVERSATION
 * @param key {@code [a-z][a-zA-Z0-9_]{0,63}}, unique per subject, never changed
 * @param name what people call it
 * @param description empty when nobody said
 * @param type the type of its values
 * @param options what a list offers, in order; empty for other types
 * @param group the heading it stands under in the panel; empty for none
 * @param position its place in the group, from 0
 * @param visitorsMayWrite whether forms and the SDK may write it
 */
public record AttributeDefinition(
        UUID id,
        Subject.Kind subject,
        String key,
        String name,
        String description,
        AttributeType type,
        List<String> options,
        String group,
        int position,
        boolean visitorsMayWrite) {

    public AttributeDefinition {
        options = List.copyOf(options);
    }

    /** Whether it is one of the contact's own fields: name, email, phone. */
    public boolean builtIn() {
        return id == null;
    }
}
