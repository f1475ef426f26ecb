package io.rapport.attributes;

import io.rapport.events.Subject;
import java.util.List;
import java.util.Optional;

/** The declared attributes. Answers from memory: asking costs no statement once they were read. */
public interface AttributeDefinitions {

    /** The definition of a key, built-in ones included; empty for undeclared keys. */
    Optional<AttributeDefinition> find(Subject.Kind subject, String key);

    /** All declared attributes of a subject in panel order, without the built-in ones. */
    List<AttributeDefinition> all(Subject.Kind subject);

    /** Adds a definition in the running transaction; throws Problem 422 or 409. The id given is ignored. */
    AttributeDefinition create(AttributeDefinition definition);
}
