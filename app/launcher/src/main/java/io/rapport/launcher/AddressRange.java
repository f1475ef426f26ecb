package io.rapport.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address or a network as text: {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code 2001:db8::/32} (RFC 4632, RFC 4291). */
final class AddressRange {
    private static final Pattern VERSION_4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private AddressRange() {}

    /** Whether it is one, with no more bits than the address has; a host name is none and is not looked up. */
    static boolean isValid(String text) {
        String[] parts = text.split("/", 2);
        int most = bits(parts[0]);
        return most > 0 && (parts.length == 1 || parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= most);
    }

    /** How long an address is; 0 for what is none. */
    private static int bits(String address) {
        if (VERSION_4.matcher(address).matches()) {
            return Integer.SIZE;
        }
        if (!VERSION_6.matcher(address).matches()) {
            return 0;
        }
        try {
            // In brackets it can only be an address: what is none is refused instead of being looked up.
            return InetAddress.getByName("[" + address + "]").getAddress().length * Byte.SIZE;
        } catch (UnknownHostException notAnAddress) {
            return 0;
        }
    }
}
