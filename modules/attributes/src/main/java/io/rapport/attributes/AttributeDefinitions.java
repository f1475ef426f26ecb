package io.rapport.attributes;

import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import java.util.List;
import java.util.Optional;

/** The declared attributes. Answers from memory: asking costs no statement once they were read. */
public interface AttributeDefinitions {

    /** The definition of a key, built-in ones included; empty for undeclared keys. */
    Optional<AttributeDefinition> find(Subject.Kind subject, String key);

    /** All declared attributes of a subject in panel order, without the built-in ones. */
    List<AttributeDefinition> all(Subject.Kind subject);

    /**
     * Whether visitors may use a key that nobody declared, which is then noted in the running transaction. There is a limit of
     * such keys of a site.
     *
     * @param site null where it is not known
     */
    default boolean admitsUndeclared(Subject.Kind subject, SiteId site, String key) {
        return true;
    }

    /** Adds a definition in the running transaction; throws Problem 422 or 409. The id given is ignored. */
    AttributeDefinition create(AttributeDefinition definition);
}
