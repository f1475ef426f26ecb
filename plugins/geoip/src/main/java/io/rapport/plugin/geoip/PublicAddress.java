package io.rapport.plugin.geoip;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that can have a place: neither private nor of this machine. */
final class PublicAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Literals only: any other text would make the JDK ask the name service. */
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]{0,45}:[0-9a-fA-F:.]{1,45}");

    private PublicAddress() {}

    /** @param text an IPv4 or IPv6 literal without brackets or zone; anything else gives nothing */
    static Optional<InetAddress> parse(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text)).filter(PublicAddress::isPublic);
        } catch (UnknownHostException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(InetAddress address) {
        boolean ofThisMachineOrNetwork = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !ofThisMachineOrNetwork && !isUniqueLocalOrShared(address);
    }

    /** The private ranges that the JDK has no name for: fc00::/7 (RFC 4193) and 100.64.0.0/10 (RFC 6598). */
    private static boolean isUniqueLocalOrShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? (bytes[0] & 0xfe) == 0xfc : bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }
}
