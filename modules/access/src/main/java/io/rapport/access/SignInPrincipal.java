package io.rapport.access;

import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;

/** The agent behind a request, as the container knows one: named by the agent's id, and by which sign-in it came. */
public final class SignInPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final String signIn;

    /**
     * @param agent the agent's id
     * @param signIn the sign-in's id, never the token
     */
    public SignInPrincipal(String agent, String signIn) {
        super(agent);
        this.signIn = Objects.requireNonNull(signIn, "signIn");
    }

    /** The sign-in that a principal came by; empty for null and for those of others. */
    public static Optional<String> signInOf(Principal principal) {
        return principal instanceof SignInPrincipal known ? Optional.of(known.signIn) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInPrincipal that && getName().equals(that.getName()) && signIn.equals(that.signIn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(getName(), signIn);
    }
}
