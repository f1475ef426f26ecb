package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is chosen of an attribute's options. */
final class Options {

    private Options() {}

    /** One of the options. */
    static Parsed one(AttributeDefinition definition, String text) {
        return find(definition, text).map(Parsed::as).orElseGet(() -> Parsed.refused("must be one of the options"));
    }

    /** Some of the options, each once, in the definition's order; raw is a list, or text with an option on each line. */
    static Parsed some(AttributeDefinition definition, Object raw) {
        Collection<?> wanted = raw instanceof Collection<?> several ? several : lines(raw);
        List<Optional<String>> found = wanted.stream()
                .map(one -> one instanceof String text ? find(definition, text) : Optional.<String>empty())
                .toList();
        if (found.isEmpty() || found.stream().anyMatch(Optional::isEmpty)) {
            return Parsed.refused("must be a list of the options");
        }
        Set<String> chosen = found.stream().flatMap(Optional::stream).collect(Collectors.toSet());
        return Parsed.as(definition.options().stream()
                .filter(chosen::contains)
                .distinct()
                .toList());
    }

    /** Options compare after NFC and trimming. */
    static String comparable(String option) {
        return Normalizer.normalize(option, Normalizer.Form.NFC).strip();
    }

    private static Optional<String> find(AttributeDefinition definition, String text) {
        String wanted = comparable(text);
        return definition.options().stream()
                .filter(option -> comparable(option).equals(wanted))
                .findFirst();
    }

    private static List<String> lines(Object raw) {
        return raw instanceof String text
                ? text.lines().filter(line -> !line.isBlank()).toList()
                : List.of();
    }
}
