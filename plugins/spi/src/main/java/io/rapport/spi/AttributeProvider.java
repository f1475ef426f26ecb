package io.rapport.spi;

/**
 * Looks values up for one session, contact or conversation at a time.
 *
 * <p>The server calls it after the visitor has been answered, from several threads at once, and no call holds up a
 * chat. A call that runs over {@link Request#timeLimit()} is interrupted and its result dropped; after several failures
 * in a row the server pauses the plugin for a while.
 */
public interface AttributeProvider extends AutoCloseable {

    /**
     * Supplies what is known about the subject of this request.
     *
     * @param request the declared facts, as far as they are known
     * @return the values found, {@link Supply#none()} if there are none; never null
     * @throws Exception if the look-up failed and could be tried again; finding nothing is not a failure
     */
    Supply supply(Request request) throws Exception;

    /**
     * Lets go of files, connections and threads; called once, after the last call has ended.
     *
     * @throws Exception if that fails, which the server notes and survives
     */
    @Override
    default void close() throws Exception {}
}
