package io.rapport.events;

import java.util.Map;

/**
 * What a pre-chat form says, already checked against its definition.
 *
 * @param contact attribute keys of the contact (name, email, phone among them) → answer as text; empty answers left out
 * @param conversation attribute keys of the conversation → answer as text; empty answers left out
 */
public record Answers(Map<String, String> contact, Map<String, String> conversation) {
    public Answers {
        contact = Map.copyOf(contact);
        conversation = Map.copyOf(conversation);
    }
}
