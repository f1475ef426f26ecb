package io.rapport.enrichment;

import java.time.Instant;

/**
 * How one plugin is doing.
 *
 * @param id the plugin's id; null where it could not even be asked
 * @param name what people call it; the name of its file or folder where it could not be asked
 * @param version null where it could not be asked
 * @param source the folder or jar it came from
 * @param bundled whether it came with the server
 * @param state whether it is asked for values
 * @param reason why it is not active, in plain words; empty where it is
 * @param calls how many times it was called since the start
 * @param failures how many of these calls failed or ran over the time limit
 * @param lastFailure what the last failure said; null where there was none
 * @param lastFailureAt when that was; null where there was none
 */
public record PluginStatus(
        String id,
        String name,
        String version,
        String source,
        boolean bundled,
        State state,
        String reason,
        long calls,
        long failures,
        String lastFailure,
        Instant lastFailureAt) {

    /** Whether a plugin is asked for values. */
    public enum State {
        /** It is. */
        ACTIVE,
        /** Not for a while, since it failed several times in a row. */
        PAUSED,
        /** It could not be loaded. */
        FAILED,
        /** An operator switched it off. */
        OFF
    }

    /** A plugin that could not be asked for more than its place. */
    public static PluginStatus failed(String name, String source, boolean bundled, String reason) {
        return new PluginStatus(null, name, null, source, bundled, State.FAILED, reason, 0, 0, null, null);
    }
}
