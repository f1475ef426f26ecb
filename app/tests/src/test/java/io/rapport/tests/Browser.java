package io.rapport.tests;

import java.util.Map;
import java.util.TreeMap;

/** A browser on its way to the demo shop; each call of {@link #arrive()} is a visit by it. */
final class Browser {
    static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

    private final Running rapport;
    private final Map<String, Object> page = new TreeMap<>(Map.of("url", "http://shop.localhost/demo/"));
    private final Map<String, Object> visit = new TreeMap<>();
    private Caller caller;

    Browser(Running rapport) {
        this.rapport = rapport;
        this.caller = rapport.anybody();
        visit.put("page", page);
    }

    /** The address that a trusted proxy reports. */
    Browser from(String address) {
        caller = caller.with("X-Forwarded-For", address);
        return this;
    }

    Browser as(String userAgent) {
        caller = caller.with("User-Agent", userAgent);
        return this;
    }

    Browser on(String url) {
        page.put("url", url);
        return this;
    }

    Browser ledBy(String referrer) {
        page.put("referrer", referrer);
        return this;
    }

    Browser speaking(String locale) {
        visit.put("locale", locale);
        return this;
    }

    Browser inZone(String timeZone) {
        visit.put("timeZone", timeZone);
        return this;
    }

    /** Opens the widget; a browser that was here before brings its token along. */
    Visitor arrive() {
        Reply opened = caller.post("/widget/v1/sites/demo/sessions", visit).expect(201);
        String token = opened.text("/visitorToken");
        visit.put("visitorToken", token);
        return new Visitor(rapport, caller.with("Authorization", "Bearer " + token), token, opened);
    }
}
