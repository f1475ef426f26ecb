package io.rapport.outbox.internal;

import java.util.Set;

/** One way of delivering. */
interface Lane {

    /** The observers that are told this way. */
    Set<String> observers();

    /** The calls for this lane's workers. */
    Signals signals();

    /**
     * Claims and delivers some rows of the turn's observer, and signals again while there may be more. An exception means
     * that the database could not be worked with.
     *
     * @param worker names the calling thread among all of all servers
     */
    void work(Signals.Turn turn, String worker);
}
