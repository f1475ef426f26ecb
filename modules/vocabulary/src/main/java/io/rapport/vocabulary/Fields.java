package io.rapport.vocabulary;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All fields there are: the closed ones, and one for each declared attribute. */
public final class Fields {

    private static final String CONTACT = "contact.attributes.";
    private static final String CONVERSATION = "conversation.attributes.";

    private final AttributeDefinitions definitions;

    public Fields(AttributeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** The field of a token; empty for unknown tokens and undeclared attributes. */
    public Optional<Field> find(String token) {
        Field closed = ClosedFields.BY_TOKEN.get(token);
        return closed != null ? Optional.of(closed) : attribute(token);
    }

    /** All fields, in the order in which a form offers them. */
    public List<Field> all() {
        List<Field> all = new ArrayList<>(ClosedFields.BY_TOKEN.values());
        all.addAll(attributes(Subject.Kind.CONVERSATION));
        all.addAll(attributes(Subject.Kind.CONTACT));
        return all;
    }

    /** The token that somebody may have meant; empty when none is near. */
    Optional<String> nearest(String token) {
        return builtIn(token).or(() -> Nearest.to(token, all().stream().map(Field::token)));
    }

    /** The attribute's key, where the token is an attribute's: {@code plan} of {@code contact.attributes.plan}. */
    public static Optional<String> attributeKey(String token, Subject.Kind subject) {
        String prefix = prefix(subject);
        return token.startsWith(prefix) ? Optional.of(token.substring(prefix.length())) : Optional.empty();
    }

    /** The token of a declared attribute's field. */
    public static String token(AttributeDefinition definition) {
        return prefix(definition.subject()) + definition.key();
    }

    private Optional<Field> attribute(String token) {
        return Stream.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION)
                .flatMap(
                        subject -> attributeKey(token, subject).flatMap(key -> definitions.find(subject, key)).stream())
                .filter(definition -> !definition.builtIn())
                .map(Fields::field)
                .findFirst();
    }

    private static Optional<String> builtIn(String token) {
        return attributeKey(token, Subject.Kind.CONTACT)
                .map(key -> "contact." + key)
                .filter(ClosedFields.BY_TOKEN::containsKey);
    }

    private List<Field> attributes(Subject.Kind subject) {
        return definitions.all(subject).stream().map(Fields::field).toList();
    }

    private static Field field(AttributeDefinition definition) {
        return new Field(
                token(definition),
                type(definition.type()),
                "the " + definition.subject().token() + "'s " + Quoted.text(definition.name()),
                Use.ANYWHERE,
                definition.options(),
                true);
    }

    private static ValueType type(AttributeType type) {
        return switch (type) {
            case TEXT, LINK, EMAIL, PHONE -> ValueType.TEXT;
            case NUMBER, PERCENT -> ValueType.NUMBER;
            case CURRENCY -> ValueType.CURRENCY;
            case DATE -> ValueType.DATE;
            case DATE_TIME -> ValueType.DATE_TIME;
            case LIST -> ValueType.CHOICE;
            case MULTI_LIST -> ValueType.CHOICES;
            case BOOLEAN -> ValueType.BOOLEAN;
        };
    }

    private static String prefix(Subject.Kind subject) {
        return switch (subject) {
            case CONTACT -> CONTACT;
            case CONVERSATION -> CONVERSATION;
            case SESSION, SITE -> throw new IllegalArgumentException("No attributes on a " + subject.token());
        };
    }
}
