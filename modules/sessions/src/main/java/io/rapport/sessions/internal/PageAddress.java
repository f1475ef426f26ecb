package io.rapport.sessions.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is kept of a page's address: scheme, host and path, and of the query the campaign ({@code utm_*}) alone, since
 * the rest may hold what nobody meant to share.
 */
final class PageAddress {

    private static final int MOST = 2_000;

    private PageAddress() {}

    /** The page as it is kept; null for what is no http or https address. */
    static String page(String url) {
        return parse(url)
                .map(uri -> base(uri) + campaign(uri).map(query -> "?" + query).orElse(""))
                .orElse(null);
    }

    /** The referrer as it is kept: without any query; null for what is no http or https address. */
    static String referrer(String url) {
        return parse(url).map(PageAddress::base).orElse(null);
    }

    /** The campaign of a page: its {@code utm_*} parameters, sorted; null where it has none. */
    static String campaign(String url) {
        return parse(url).flatMap(PageAddress::campaign).orElse(null);
    }

    private static Optional<String> campaign(URI uri) {
        if (uri.getRawQuery() == null) {
            return Optional.empty();
        }
        String kept = Arrays.stream(uri.getRawQuery().split("&"))
                .filter(parameter -> parameter.startsWith("utm_"))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static String base(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getRawAuthority() + path;
    }

    private static Optional<URI> parse(String url) {
        if (url == null || url.length() > MOST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
