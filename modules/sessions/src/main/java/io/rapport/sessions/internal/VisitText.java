package io.rapport.sessions.internal;

import io.rapport.access.TextRules;
import io.rapport.sessions.Visit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What is kept of a visit. Nothing of it is worth refusing a visitor for: what is malformed is left out, what is too
 * long is cut.
 */
record VisitText(
        String page,
        String title,
        String referrer,
        String campaign,
        String language,
        String timeZone,
        String userAgent,
        String address) {

    private static final int MOST_TITLE = 300;
    private static final int MOST_USER_AGENT = 1_000;
    private static final int MOST_LANGUAGE = 35;

    static VisitText of(Visit visit) {
        return new VisitText(
                PageAddress.page(visit.url()),
                cut(visit.title(), MOST_TITLE),
                PageAddress.referrer(visit.referrer()),
                PageAddress.campaign(visit.url()),
                language(visit.locale()),
                timeZone(visit.timeZone()),
                cut(visit.userAgent(), MOST_USER_AGENT),
                withoutZone(visit.address()));
    }

    /**
     * A visit that goes on with a message, which says nothing of the page: what the visit before showed last still holds,
     * since another page would have begun the next visit itself. The browser's language as the page told it is better than
     * what a request's header makes of it.
     */
    VisitText after(VisitText last) {
        String stillOn = page == null ? last.page : page;
        return new VisitText(
                stillOn,
                page == null ? last.title : title,
                referrer,
                PageAddress.campaign(stillOn),
                last.language == null ? language : last.language,
                timeZone == null ? last.timeZone : timeZone,
                userAgent == null ? last.userAgent : userAgent,
                address);
    }

    /** An IPv6 address of the local link names an interface of this machine behind a percent sign (RFC 4007). */
    private static String withoutZone(String address) {
        return address == null ? null : address.split("%", 2)[0];
    }

    private static String cut(String text, int most) {
        if (text == null || text.isBlank() || TextRules.faultOfLine(text).isPresent()) {
            return null;
        }
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private static String language(String tag) {
        if (tag == null || tag.length() > MOST_LANGUAGE) {
            return null;
        }
        String language = Locale.forLanguageTag(tag).toLanguageTag();
        return "und".equals(language) ? null : language;
    }

    private static String timeZone(String name) {
        try {
            return name == null ? null : ZoneId.of(name).getId();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
