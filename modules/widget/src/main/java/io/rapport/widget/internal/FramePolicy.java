package io.rapport.widget.internal;

import io.rapport.sites.SiteCard;
import java.util.stream.Collectors;

/** The frame's Content-Security-Policy (CSP Level 3): its own scripts and styles, framed by the site's domains. */
final class FramePolicy {

    private FramePolicy() {}

    static String of(SiteCard site) {
        String framers = site.allowedDomains().stream()
                .map(FramePolicy::sources)
                .collect(Collectors.joining(" ", "'self' ", ""));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                + "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors " + framers.strip();
    }

    /** A host framed over http is a host on somebody's own machine: others are expected to use https. */
    private static String sources(String domain) {
        boolean local = domain.equals("localhost") || domain.contains("localhost:") || domain.endsWith(".localhost:*");
        return local ? "http://" + domain + " https://" + domain : "https://" + domain;
    }
}
