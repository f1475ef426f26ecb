package io.rapport.access;

import java.util.Set;

/**
 * Agents were signed out: by themselves, or because they were deactivated. For the live lane alone: it tells what to
 * close at once on this node, nobody keeps it, and one that expires or ends elsewhere is not told of; see {@link
 * SignIns#inForce}.
 *
 * @param signIns ids as in {@link SignInPrincipal#signInOf}
 */
public record SignInsEnded(Set<String> signIns) {

    public SignInsEnded {
        signIns = Set.copyOf(signIns);
    }
}
