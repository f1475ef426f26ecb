package io.rapport.sites;

import io.rapport.events.Subject;

/**
 * A question of the pre-chat form; type and options are those of the attribute it fills.
 *
 * @param subject CONTACT or CONVERSATION
 * @param key the attribute's key: name, email, phone or one that visitors may write; any other is refused
 * @param label the question as the visitor reads it
 * @param required whether the conversation waits for the answer
 */
public record PreChatField(Subject.Kind subject, String key, String label, boolean required) {}
