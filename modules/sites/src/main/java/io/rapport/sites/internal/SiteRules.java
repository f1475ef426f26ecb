package io.rapport.sites.internal;

import io.rapport.access.Checks;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What must hold of a site before it is kept. */
final class SiteRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    /** A host, a host and port, or {@code *.} before a host. */
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[a-zA-Z0-9.-]{1,253}(:([0-9]{1,5}|\\*))?");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MOST_FIELDS = 20;
    private static final int MOST_DOMAINS = 100;

    private SiteRules() {}

    /** @param questions tells what is wrong with a question that reads well */
    static void check(SiteCard site, Function<PreChatField, Optional<String>> questions) {
        Checks checks = new Checks();
        checks.that(
                site.key() != null && KEY.matcher(site.key()).matches(), "key", "must be 1 to 40 of a-z, 0-9 and -");
        checks.text("name", site.name(), 1, 100);
        checks.text("title", site.title(), 1, 100);
        checks.optionalLines("greeting", site.greeting(), 500);
        checks.optionalLines("privacyNotice", site.privacyNotice(), 1_000);
        checks.that(COUNTRIES.contains(site.region()), "region", "must be a country of ISO 3166-1 as two letters");
        checks.that(isTimeZone(site.timeZone()), "timeZone", "must be an IANA time zone such as Asia/Ho_Chi_Minh");
        checks.that(site.colour() != null && COLOUR.matcher(site.colour()).matches(), "colour", "must be #rrggbb");
        checks.that(isLanguage(site.locale()), "locale", "must be a language tag of BCP 47 such as en or pt-BR");
        checkDomains(checks, site.allowedDomains());
        checkPreChat(checks, site.preChat(), questions);
        checks.orThrow();
    }

    private static void checkDomains(Checks checks, List<String> domains) {
        checks.atMost("allowedDomains", domains, MOST_DOMAINS);
        for (int at = 0; at < domains.size(); at++) {
            checks.that(
                    DOMAIN.matcher(domains.get(at)).matches(),
                    "allowedDomains[" + at + "]",
                    "must be a host such as shop.example or *.shop.example");
        }
    }

    private static void checkPreChat(
            Checks checks, List<PreChatField> fields, Function<PreChatField, Optional<String>> questions) {
        checks.atMost("preChat", fields, MOST_FIELDS);
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < fields.size(); at++) {
            PreChatField field = fields.get(at);
            checks.present("preChat[" + at + "].subject", field.subject());
            checks.text("preChat[" + at + "].key", field.key(), 1, 64);
            checks.text("preChat[" + at + "].label", field.label(), 1, 100);
            checks.that(seen.add(field.subject() + "." + field.key()), "preChat[" + at + "].key", "is asked twice");
            if (field.subject() != null && field.key() != null) {
                String name = "preChat[" + at + "].key";
                questions.apply(field).ifPresent(fault -> checks.refuse(name, fault));
            }
        }
    }

    private static boolean isTimeZone(String name) {
        try {
            return name != null
                    && ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isLanguage(String tag) {
        return tag != null && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }
}
