package io.rapport.attributes;

import java.util.List;

/** Says what uses an attribute: a bean of each module that does. */
public interface AttributeUsers {

    /** What would not work without the attribute, in the running transaction; empty when nothing. */
    List<AttributeUser> of(AttributeDefinition definition);
}
