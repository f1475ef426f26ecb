package io.rapport.access;

import java.util.Optional;

/** Tells who is signed in, for requests that do not pass through JAX-RS: the upgrade to a WebSocket. */
public interface SignIns {

    /** The cookie that carries a sign-in's token. */
    String COOKIE = "rapport_session";

    /**
     * The active agent whose sign-in this is; empty when the token is absent, unknown, expired or its agent deactivated.
     * One SQL statement; every call counts as activity. Who holds a connection open asks again from time to time, since a
     * sign-in may end meanwhile.
     *
     * @param cookieHeaderOrToken the request's whole {@code Cookie} header, or the bare token; null is nobody
     */
    Optional<AgentCard> agentOf(String cookieHeaderOrToken);
}
