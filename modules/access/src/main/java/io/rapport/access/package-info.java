/**
 * Agents, sign-in, roles, API tokens, and the one way in which requests are refused: {@link io.rapport.access.Problem}.
 *
 * <p>Other modules use {@link io.rapport.access.Checks} on what comes in, {@link io.rapport.access.CurrentCaller} for who
 * asks ({@link io.rapport.access.CurrentAgent} where it must be a person), {@link io.rapport.access.Scopes} for what API
 * tokens may call, {@link io.rapport.access.Agents} to show who did something, and {@link io.rapport.access.SignIns} where
 * a request does not pass through JAX-RS (a WebSocket's upgrade); {@link io.rapport.access.LiveSockets} keeps the sockets of
 * all.
 */
package io.rapport.access;
