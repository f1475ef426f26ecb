package io.rapport.sessions.internal;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is kept of a page's address: scheme, host and path, and of the query the campaign ({@code utm_*}) alone, since
 * the rest may hold what nobody meant to share. Read as browsers do, not by the letter of RFC 3986: they open addresses with
 * spaces, brackets and letters that it has encoded, so these are encoded here.
 */
final class PageAddress {

    private static final int MOST = 2_000;

    private static final Pattern ADDRESS = Pattern.compile(
            "(https?)://([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Credentials, which end in an at sign, are no part of it: an address that has them is not kept. */
    private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{0,5})?");

    /** What may stand in a path or query as it is (RFC 3986, sections 3.3 and 3.4). */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private final String base;
    private final String campaign;

    private PageAddress(String base, String campaign) {
        this.base = base;
        this.campaign = campaign;
    }

    /** The page as it is kept; null for what is no http or https address, or too long even without its campaign. */
    static String page(String url) {
        return parse(url).map(PageAddress::page).orElse(null);
    }

    /** The referrer as it is kept: without any query; null for what is no http or https address. */
    static String referrer(String url) {
        return parse(url).map(address -> address.base).orElse(null);
    }

    /** The campaign of a page: its {@code utm_*} parameters, sorted; null where it has none, or longer ones than are kept. */
    static String campaign(String url) {
        return parse(url).map(address -> address.campaign).orElse(null);
    }

    private String page() {
        return campaign == null ? base : base + "?" + campaign;
    }

    private static Optional<PageAddress> parse(String url) {
        Matcher parts = ADDRESS.matcher(url == null ? "" : url.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        return host(parts.group(2))
                .map(host -> parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + encoded(parts.group(3)))
                .filter(base -> base.length() <= MOST)
                .map(base -> new PageAddress(base, campaign(parts.group(4), MOST - base.length() - 1)));
    }

    private static Optional<String> host(String authority) {
        try {
            String host = authority.startsWith("[") ? authority : IDN.toASCII(authority);
            String folded = host.toLowerCase(Locale.ROOT);
            return HOST.matcher(folded).matches() ? Optional.of(folded) : Optional.empty();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private static String campaign(String query, int most) {
        String kept = Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(parameter -> parameter.startsWith("utm_"))
                .map(PageAddress::encoded)
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() || kept.length() > most ? null : kept;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (isPlain(point) || point == '%' && isEncodedAlready(text, at)) {
                encoded.appendCodePoint(point);
            } else {
                encode(point, encoded);
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(int point) {
        return point < 128 && (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0);
    }

    private static boolean isEncodedAlready(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static void encode(int point, StringBuilder encoded) {
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%')
                    .append(Character.toUpperCase(Character.forDigit(part >> 4 & 15, 16)))
                    .append(Character.toUpperCase(Character.forDigit(part & 15, 16)));
        }
    }
}
