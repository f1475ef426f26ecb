package io.rapport.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Behind a proxy that the operator trusts, the visitor's address and scheme are what the proxy says
 * ({@code X-Forwarded-For}: the last address that is no trusted proxy; {@code X-Forwarded-Proto}: the last value). From
 * anybody else these headers mean nothing.
 */
public class TrustedProxyFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private transient TrustedProxies trusted;

    @Override
    public void init() {
        init(ConfigProvider.getConfig()
                .getOptionalValues("rapport.proxy.trusted", String.class)
                .orElse(List.of()));
    }

    final void init(List<String> ranges) {
        trusted = new TrustedProxies(ranges);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String sender = request.getRemoteAddr();
        if (trusted.include(sender)) {
            String visitor = trusted.origin(sender, request.getHeaders("X-Forwarded-For"));
            chain.doFilter(new Forwarded(request, visitor), response);
        } else {
            chain.doFilter(request, response);
        }
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
            List<String> schemes = TrustedProxies.elements(getHeaders("X-Forwarded-Proto"));
            boolean secure = !schemes.isEmpty() && "https".equalsIgnoreCase(schemes.get(schemes.size() - 1));
            return secure ? "https" : super.getScheme();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(getScheme());
        }
    }
}
