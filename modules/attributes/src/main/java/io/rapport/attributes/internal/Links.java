package io.rapport.attributes.internal;

import io.rapport.access.TextRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Says what is a link that may be shown as one: nothing that runs, and nothing that hides where it leads. */
final class Links {

    private static final int LONGEST = 2_048;

    private Links() {}

    /** The link as typed. */
    static Parsed parse(String text) {
        if (TextRules.length(text) > LONGEST) {
            return Parsed.refused("must be a link of at most " + LONGEST + " characters");
        }
        try {
            return isLink(new URI(text)) && TextRules.faultOfLine(text).isEmpty() ? Parsed.as(text) : none();
        } catch (URISyntaxException unreadable) {
            return none();
        }
    }

    private static boolean isLink(URI link) {
        String scheme = link.getScheme() == null ? "" : link.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "http", "https" -> isHost(link.getRawAuthority());
            case "mailto" -> isMail(link.getSchemeSpecificPart());
            default -> false;
        };
    }

    /** {@code https://bank.example@evil.example} leads to evil.example. */
    private static boolean isHost(String authority) {
        return authority != null && authority.indexOf('@') < 0;
    }

    private static boolean isMail(String rest) {
        int query = rest.indexOf('?');
        return TextRules.isEmail(query < 0 ? rest : rest.substring(0, query));
    }

    private static Parsed none() {
        return Parsed.refused("must be a link that begins with https://, http:// or mailto:");
    }
}
