package io.rapport.access;

import java.util.Optional;
import java.util.Set;

/** Tells who is signed in, for requests that do not pass through JAX-RS: the upgrade to a WebSocket. */
public interface SignIns {

    /** The cookie that carries a sign-in's token. */
    String COOKIE = "rapport_session";

    /** So many sign-ins may be asked about at once. */
    int MOST = 1_000;

    /**
     * The active agent whose sign-in this is; empty when the token is absent, unknown, expired or its agent deactivated.
     * One SQL statement; every call counts as activity.
     *
     * @param cookieHeaderOrToken the request's whole {@code Cookie} header, or the bare token; null is nobody
     */
    Optional<AgentCard> agentOf(String cookieHeaderOrToken);

    /**
     * Which of these sign-ins still stand. Who holds a connection open asks from time to time, since one may expire
     * meanwhile, or end on another node. One SQL statement; asking counts as no activity.
     *
     * @param signIns at most {@link #MOST} ids as in {@link SignInPrincipal#signInOf}
     */
    Set<String> inForce(Set<String> signIns);
}
