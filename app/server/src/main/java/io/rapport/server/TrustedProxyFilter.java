package io.rapport.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Behind a proxy that the operator trusts, the visitor's address and scheme are what the proxy says
 * ({@code X-Forwarded-For}: the last address that is no trusted proxy; {@code X-Forwarded-Proto}). From anybody else
 * these headers mean nothing.
 */
public class TrustedProxyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private transient List<String> trusted;

    @Override
    public void init() {
        trusted = ConfigProvider.getConfig()
                .getOptionalValues("rapport.proxy.trusted", String.class)
                .orElse(List.of());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean believed = isTrusted(request.getRemoteAddr());
        chain.doFilter(believed ? new Forwarded(request, visitorOf(request)) : request, response);
    }

    private String visitorOf(HttpServletRequest request) {
        String header = request.getHeader("X-Forwarded-For");
        if (header == null) {
            return request.getRemoteAddr();
        }
        List<String> hops = Arrays.stream(header.split(",")).map(String::strip).toList();
        for (int at = hops.size() - 1; at >= 0; at--) {
            if (IpAddress.isLiteral(hops.get(at)) && !isTrusted(hops.get(at))) {
                return hops.get(at);
            }
        }
        return request.getRemoteAddr();
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(range -> IpAddress.isWithin(address, range.strip()));
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String address;

        Forwarded(HttpServletRequest request, String address) {
            super(request);
            this.address = address;
        }

        @Override
        public String getRemoteAddr() {
            return address;
        }

        @Override
        public String getScheme() {
            return "https".equalsIgnoreCase(getHeader("X-Forwarded-Proto")) ? "https" : super.getScheme();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(getScheme());
        }
    }
}
