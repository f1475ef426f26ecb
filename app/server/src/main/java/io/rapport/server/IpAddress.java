package io.rapport.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IP addresses as text, without ever asking a name server. */
final class IpAddress {

    /** Four numbers from 0 to 255 without leading zeros, which some read as octal. */
    private static final Pattern VERSION_4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711} or {@code [2001:db8::1]} (RFC 3986, section 3.2). */
    private static final Pattern WITH_PORT = Pattern.compile("([^:\\[\\]]+):\\d{1,5}|\\[([^\\[\\]]+)](?::\\d{1,5})?");

    private IpAddress() {}

    static boolean isLiteral(String text) {
        return parse(text) != null;
    }

    /** The address without the port that may follow it; empty for anything else, such as a host name. */
    static Optional<String> withoutPort(String text) {
        Matcher host = WITH_PORT.matcher(text);
        String address = !host.matches() ? text : host.group(1) != null ? host.group(1) : host.group(2);
        return Optional.of(address).filter(IpAddress::isLiteral);
    }

    /** Whether it is {@code address} or {@code address/bits}, with no more bits than the address has. */
    static boolean isRange(String text) {
        String[] parts = text.split("/", 2);
        byte[] network = parse(parts[0]);
        return network != null
                && (parts.length == 1
                        || parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= network.length * 8);
    }

    /**
     * Whether an address is that of the range, {@code address} or {@code address/bits} (RFC 4632, RFC 4291).
     *
     * @param range one that {@link #isRange} accepts
     */
    static boolean isWithin(String text, String range) {
        String[] parts = range.split("/", 2);
        byte[] address = parse(text);
        byte[] network = parse(parts[0]);
        if (address == null || network == null || address.length != network.length) {
            return false;
        }
        int bits = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
        for (int at = 0; at < bits; at++) {
            int mask = 0x80 >>> (at % 8);
            if ((address[at / 8] & mask) != (network[at / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] parse(String text) {
        try {
            if (text != null && VERSION_4.matcher(text).matches()) {
                return InetAddress.getByName(text).getAddress();
            }
            if (text != null && VERSION_6.matcher(text).matches()) {
                // In brackets it can only be an address: what is none is refused instead of being looked up.
                return InetAddress.getByName("[" + text + "]").getAddress();
            }
            return null;
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
