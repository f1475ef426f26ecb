package io.rapport.plugin.device;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import ua_parser.Client;

/** The kind of device; the first kind that fits is the right one, from the most to the least telling sign. */
enum DeviceType {
    BOT,
    OTHER,
    TABLET,
    PHONE,
    DESKTOP;

    private static final Pattern TOOL =
            Pattern.compile("bot\\b|crawl|spider|^(curl|wget|python|java|go-http)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCREEN_ON_A_WALL = Pattern.compile(
            "smart-?tv|hbbtv|appletv|googletv|android tv|bravia|crkey|\\baft[a-z]|playstation|xbox|nintendo|\\btv safari",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLET_NAME =
            Pattern.compile("ipad|tablet|kindle|playbook|\\bKF[A-Z]{2,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDHELD =
            Pattern.compile("mobi|iphone|ipod|windows phone|symbian|opera mini", Pattern.CASE_INSENSITIVE);
    private static final Set<String> DESKTOP_SYSTEMS = Set.of(
            "Windows", "Mac OS X", "Linux", "Chrome OS", "Ubuntu", "Debian", "Fedora", "Red Hat", "FreeBSD", "OpenBSD");

    static DeviceType of(Client client, String header) {
        if (client.device.family.equals("Spider") || TOOL.matcher(header).find()) {
            return BOT;
        }
        if (SCREEN_ON_A_WALL.matcher(header).find()) {
            return OTHER;
        }
        // Android's own convention: a header without 'Mobile' comes from a tablet.
        boolean handheld = HANDHELD.matcher(header).find();
        if (TABLET_NAME.matcher(header).find() || client.os.family.equals("Android") && !handheld) {
            return TABLET;
        }
        if (handheld) {
            return PHONE;
        }
        return DESKTOP_SYSTEMS.contains(client.os.family) ? DESKTOP : OTHER;
    }

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
