package io.rapport.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Whether a browser's {@code Origin} (RFC 6454) is this server's own: that of {@code rapport.public.url}. Where that is
 * on localhost, every {@code *.localhost} (RFC 6761, section 6.3) with the same port counts as it.
 */
public final class OwnOrigin {

    private static final String LOCALHOST = "localhost";

    private OwnOrigin() {}

    /**
     * @param origin the header as sent; null (no browser, or one that hides it) is foreign
     */
    public static boolean is(String origin) {
        String own = ConfigProvider.getConfig()
                .getOptionalValue("rapport.public.url", String.class)
                .orElse("http://localhost:8080");
        return origin != null && isSame(URI.create(own), origin);
    }

    static boolean isSame(URI own, String origin) {
        try {
            URI other = URI.create(origin);
            return own.getScheme().equalsIgnoreCase(other.getScheme())
                    && port(own) == port(other)
                    && host(own).equals(host(other));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String host(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean local = host.endsWith("." + LOCALHOST) || host.equals("127.0.0.1") || host.equals("[::1]");
        return local ? LOCALHOST : host;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
