package io.rapport.sites;

import io.rapport.events.SiteId;
import java.util.Optional;

/** Asked when a site's form is defined: may visitors be asked this? Implemented above, collected by CDI. */
public interface PreChatQuestions {

    /**
     * Why visitors may not be asked it, as a fault of the question's key; empty where they may.
     *
     * @param site null for a site that is to be made
     * @param question with subject and key
     */
    Optional<String> faultOf(SiteId site, PreChatField question);
}
