package io.rapport.sites;

import io.rapport.events.SiteId;
import java.util.List;
import java.util.Optional;

/** The sites there are. Answers from memory: asking costs no statement once they were read. */
public interface Sites {

    Optional<SiteCard> find(SiteId id);

    /** The site that a page names by its key. */
    Optional<SiteCard> byKey(String key);

    /** All sites by name. */
    List<SiteCard> all();

    /** Whether there is any site at all. */
    boolean none();

    /** Adds a site in the running transaction; throws Problem 422 or 409. The id given is ignored, a null realm makes a new one. */
    SiteCard create(SiteCard site);
}
