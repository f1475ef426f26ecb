package io.rapport.enrichment.internal;

import java.time.Instant;

/** How a plugin's calls went since the start. */
final class CallRecord {

    private long calls;
    private long failures;
    private String lastFailure;
    private Instant lastFailureAt;

    synchronized void succeeded() {
        calls++;
    }

    synchronized String failed(String reason, Instant now) {
        calls++;
        failures++;
        return note(reason, now);
    }

    /** Keeps what was wrong with a call that went well otherwise. */
    synchronized String note(String reason, Instant now) {
        lastFailure = reason;
        lastFailureAt = now;
        return reason;
    }

    synchronized long calls() {
        return calls;
    }

    synchronized long failures() {
        return failures;
    }

    synchronized String lastFailure() {
        return lastFailure;
    }

    synchronized Instant lastFailureAt() {
        return lastFailureAt;
    }
}
