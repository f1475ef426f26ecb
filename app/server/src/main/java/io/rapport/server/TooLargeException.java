package io.rapport.server;

import java.io.IOException;

/** The body goes on beyond the limit. */
class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;
}
