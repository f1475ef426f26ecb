package io.rapport.widget.internal;

import java.security.Principal;

/**
 * Where the browser behind a socket is; handed from the upgrade request to the socket as whoever asks, since a socket does
 * not know addresses.
 *
 * @param getName the network, as limits count it
 */
record VisitorNetwork(String getName) implements Principal {}
