/** How visits are told apart, and what is kept of them. */
package io.rapport.sessions.internal;
