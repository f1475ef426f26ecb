package io.rapport.desk.internal.panel;

import io.rapport.sessions.SessionCard;
import java.util.Locale;

/** What the panel shows of a conversation's latest session, and what has changed since the one before. */
final class SessionParts {

    private SessionParts() {}

    /**
     * @param before the session in which the visitor wrote before; null where there is none, or it is no longer kept
     * @param others in how many other sessions the visitor wrote
     */
    static PanelBody.SessionPart of(SessionCard card, SessionCard before, int others) {
        return new PanelBody.SessionPart(
                card.id().value(),
                country(card),
                card.region(),
                card.city(),
                card.estimated(),
                card.timeZone(),
                card.language(),
                device(card),
                card.operatingSystem(),
                card.browserName() == null ? null : new PanelBody.Browser(card.browserName(), card.browserVersion()),
                card.network(),
                card.referrer(),
                card.landingPage(),
                card.currentPage(),
                card.startedAt(),
                card.lastActivityAt(),
                card.visits(),
                others,
                before == null ? null : changed(card, before),
                card.pending().stream().sorted().toList());
    }

    private static PanelBody.Before changed(SessionCard now, SessionCard before) {
        boolean elsewhere = differ(now.country(), before.country());
        boolean otherDevice =
                differ(now.deviceType(), before.deviceType()) || differ(now.deviceName(), before.deviceName());
        return elsewhere || otherDevice
                ? new PanelBody.Before(elsewhere ? country(before) : null, otherDevice ? device(before) : null)
                : null;
    }

    /** What is not known, or not yet, has not changed. */
    private static boolean differ(String now, String before) {
        return now != null && before != null && !now.equals(before);
    }

    private static PanelBody.Country country(SessionCard card) {
        String code = card.country();
        return code == null
                ? null
                : new PanelBody.Country(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH));
    }

    private static PanelBody.Device device(SessionCard card) {
        return card.deviceType() == null && card.deviceName() == null
                ? null
                : new PanelBody.Device(card.deviceType(), card.deviceName());
    }
}
