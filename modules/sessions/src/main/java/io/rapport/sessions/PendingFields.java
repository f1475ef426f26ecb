package io.rapport.sessions;

import java.util.Set;

/** Asked when a session is opened: which closed fields will somebody still supply? Implemented above, collected by CDI. */
public interface PendingFields {

    /** Names of closed fields as in {@link SessionFields}; never null. */
    Set<String> ofNewSession();
}
