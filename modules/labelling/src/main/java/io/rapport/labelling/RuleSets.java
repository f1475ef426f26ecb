package io.rapport.labelling;

import io.rapport.events.Actor;
import jakarta.json.JsonArray;

/** The published rules, for whoever sets up an installation. */
public interface RuleSets {

    /** The number of the revision in force; 0 before anything was published. One statement. */
    long inForce();

    /**
     * Checks, compiles and publishes rules; on return they are in force. Takes up to some seconds, so call it outside any
     * transaction; labels and attributes that the rules name must be committed.
     *
     * @param rules at most 1,000, as {@code POST /api/v1/rules/publish} takes them
     * @param note why, for people; at most 1,000 characters, may be empty
     * @param basedOn the revision that its author saw, 0 for none
     * @return the new revision's number; throws Problem 422 for rules that cannot be, 412 when the base moved
     */
    long publish(JsonArray rules, String note, long basedOn, Actor author);
}
