package io.rapport.vocabulary;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Something that a condition may look at.
 *
 * @param token how the API names it: {@code message.text}, {@code contact.attributes.plan}
 * @param type what kind of value it has
 * @param phrase how it reads in a sentence: 'the country'
 * @param uses where it has a value, never empty
 * @param options the only values it can have; empty where any value may come
 * @param mayBeUnknown whether it can be that nothing is known
 */
public record Field(
        String token, ValueType type, String phrase, Set<Use> uses, List<String> options, boolean mayBeUnknown) {

    /** The message that an occasion is about. Kept by reference, since it may be erased. */
    public static final String MESSAGE_TEXT = "message.text";

    public Field {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(phrase, "phrase");
        uses = Set.copyOf(uses);
        options = List.copyOf(options);
    }
}
