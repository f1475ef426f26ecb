package io.rapport.access.internal;

import io.rapport.access.ClientNetwork;

/** One attempt to sign in, as the throttle counts it: hashed, so that nobody can read there who tried. */
record Attempt(byte[] pair, byte[] byAddress, byte[] byEmail) {

    /**
     * An attempt for that e-mail from that address.
     *
     * @param address a literal IPv4 or IPv6 address
     */
    static Attempt of(String email, String address) {
        String folded = Agent.folded(email);
        String network = ClientNetwork.of(address);
        return new Attempt(
                SecretToken.sha256("pair " + network + " " + folded),
                SecretToken.sha256("address " + network),
                SecretToken.sha256("email " + folded));
    }
}
