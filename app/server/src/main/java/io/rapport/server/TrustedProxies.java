package io.rapport.server;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxies whose word on where a request came from counts. */
final class TrustedProxies {

    private final List<String> ranges;

    /**
     * @param ranges addresses or networks
     * @throws IllegalArgumentException where one is neither, such as a host name: it must not silently mean nobody, or all
     */
    TrustedProxies(List<String> ranges) {
        this.ranges = ranges.stream().map(String::strip).toList();
        for (String range : this.ranges) {
            if (!IpAddress.isRange(range)) {
                throw new IllegalArgumentException("rapport.proxy.trusted must be addresses or networks such as"
                        + " 10.0.0.1 or 10.0.0.0/8, but has '" + range + "'");
            }
        }
    }

    boolean include(String address) {
        return ranges.stream().anyMatch(range -> IpAddress.isWithin(address, range));
    }

    /**
     * Where a request came from that a trusted proxy passed on: each proxy adds the address it was called from, so the
     * search goes from the last one back to the first that is no trusted proxy. What stands before that was written by
     * somebody who is not trusted. A hop that is no address ends the search, too: the proxy after it is all that is known.
     *
     * @param proxy the address that the request arrived from
     * @param headers all lines of {@code X-Forwarded-For}, in their order
     */
    String origin(String proxy, Enumeration<String> headers) {
        List<String> hops = elements(headers);
        String known = proxy;
        for (int at = hops.size() - 1; at >= 0 && include(known); at--) {
            Optional<String> hop = IpAddress.withoutPort(hops.get(at));
            if (hop.isEmpty()) {
                return known;
            }
            known = hop.get();
        }
        return known;
    }

    /** The elements of a header that may be repeated: its lines in their order are one list (RFC 9110, section 5.3). */
    static List<String> elements(Enumeration<String> lines) {
        return Collections.list(lines).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
