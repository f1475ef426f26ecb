package io.rapport.access.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** One attempt to sign in, as the throttle counts it: hashed, so that nobody can read there who tried. */
record Attempt(byte[] pair, byte[] byAddress, byte[] byEmail) {

    private static final int IPV6_NETWORK_BYTES = 8;

    /**
     * An attempt for that e-mail from that address.
     *
     * @param address a literal IPv4 or IPv6 address
     */
    static Attempt of(String email, String address) {
        String folded = Agent.folded(email);
        String network = network(address);
        return new Attempt(
                SecretToken.sha256("pair " + network + " " + folded),
                SecretToken.sha256("address " + network),
                SecretToken.sha256("email " + folded));
    }

    /** Of an IPv6 address the first 64 bits: the rest is free to choose for whoever has one line to the Internet. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address longer
                    ? HexFormat.of().formatHex(Arrays.copyOf(longer.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
