package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import java.util.List;
import java.util.Optional;

/** The contact's own fields: attributes like any other, but nobody has to declare them. */
final class BuiltIns {

    static final String NAME = "name";

    private static final List<AttributeDefinition> CONTACT = List.of(
            field(NAME, "Name", AttributeType.TEXT, 0),
            field("email", "E-mail", AttributeType.EMAIL, 1),
            field("phone", "Phone", AttributeType.PHONE, 2));

    private BuiltIns() {}

    static Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
        return subject != Subject.Kind.CONTACT
                ? Optional.empty()
                : CONTACT.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static AttributeDefinition field(String key, String name, AttributeType type, int position) {
        return new AttributeDefinition(null, Subject.Kind.CONTACT, key, name, "", type, List.of(), "", position, true);
    }
}
