package io.rapport.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom limits on requests count as one. */
public final class ClientNetwork {

    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * An IPv4 address as it is; of an IPv6 address the first 64 bits, since the rest is free to choose for whoever has one
     * line to the Internet (RFC 6177).
     *
     * @param address a literal IPv4 or IPv6 address
     */
    public static String of(String address) {
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
