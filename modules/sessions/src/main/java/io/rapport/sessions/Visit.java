package io.rapport.sessions;

/**
 * What a browser says when its page shows the widget; every part may be null and none is trusted.
 *
 * @param url the page
 * @param title the page's title
 * @param referrer where the visitor came from
 * @param locale the browser's language, BCP 47
 * @param timeZone the browser's time zone, IANA
 * @param userAgent the User-Agent header
 * @param address the visitor's IP address as text
 */
public record Visit(
        String url, String title, String referrer, String locale, String timeZone, String userAgent, String address) {}
