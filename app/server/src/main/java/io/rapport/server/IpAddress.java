package io.rapport.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** IP addresses as text, without ever asking a name server. */
final class IpAddress {

    /** Digits and dots, or hex digits with a colon: nothing that could be a host name. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private IpAddress() {}

    static boolean isLiteral(String text) {
        return parse(text) != null;
    }

    /** Whether an address is that of the range, {@code address} or {@code address/bits} (RFC 4632, RFC 4291). */
    static boolean isWithin(String text, String range) {
        String[] parts = range.split("/", 2);
        byte[] address = parse(text);
        byte[] network = parse(parts[0]);
        if (address == null || network == null || address.length != network.length) {
            return false;
        }
        int bits = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
        for (int at = 0; at < Math.min(bits, network.length * 8); at++) {
            int mask = 0x80 >>> (at % 8);
            if ((address[at / 8] & mask) != (network[at / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] parse(String text) {
        if (text == null || !LITERAL.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException notAnAddress) {
            return null;
        }
    }
}
