package io.rapport.events;

import java.util.List;

/**
 * Several events of one kind that one transaction brought about, fired together: so that who keeps rows beside them needs a
 * statement for all, not one for each. After commit each of them is delivered by itself.
 */
public interface DomainEvents {

    /** At least one, those of one subject in the order in which they happened. Never null. */
    List<? extends DomainEvent> events();
}
