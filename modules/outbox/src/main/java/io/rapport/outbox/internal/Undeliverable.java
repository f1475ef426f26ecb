package io.rapport.outbox.internal;

/** A row that no further attempt can deliver as things are: it is stuck at once, with the message as its reason. */
final class Undeliverable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Undeliverable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
