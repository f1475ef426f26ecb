package io.rapport.access.internal;

import io.rapport.access.Checks;
import io.rapport.access.Scopes;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What an administrator wants of a new token.
 *
 * @param name 1–100 characters
 * @param scopes at least one, in the order of {@link Scopes#ALL}
 * @param expires in the future; null: never
 */
record ApiTokenTerms(String name, List<String> scopes, Instant expires) {

    static final Duration USUAL_LIFE = Duration.ofDays(365);
    static final Duration LONGEST_LIFE = Duration.ofDays(3_653);

    private static final int MOST_SCOPES = 100;

    /** Throws the 422 {@link io.rapport.access.Problem} that names what is wrong. */
    static ApiTokenTerms of(ApiTokenResource.Wanted wanted, Instant now) {
        Checks checks = new Checks();
        String name = checks.text("name", wanted.name(), 1, 100);
        List<String> scopes = scopes(wanted.scopes(), checks);
        Instant expires = expires(wanted, now, checks);
        checks.orThrow();
        return new ApiTokenTerms(name, scopes, expires);
    }

    private static List<String> scopes(List<String> wanted, Checks checks) {
        List<String> named = wanted == null ? List.of() : wanted;
        checks.that(!named.isEmpty(), "scopes", "must name at least one")
                .that(named.size() <= MOST_SCOPES, "scopes", "must have at most " + MOST_SCOPES + " items")
                .that(
                        named.stream().allMatch(scope -> scope != null && Scopes.ALL.contains(scope)),
                        "scopes",
                        "must be of " + String.join(", ", Scopes.ALL));
        return Scopes.ALL.stream().filter(named::contains).toList();
    }

    private static Instant expires(ApiTokenResource.Wanted wanted, Instant now, Checks checks) {
        boolean never = Boolean.TRUE.equals(wanted.neverExpires());
        if (wanted.expiresAt() == null) {
            return never ? null : now.plus(USUAL_LIFE);
        }
        checks.that(!never, "neverExpires", "cannot be true beside expiresAt");
        Instant expires = instant(wanted.expiresAt(), checks);
        if (expires != null) {
            checks.that(
                    expires.isAfter(now) && !expires.isAfter(now.plus(LONGEST_LIFE)),
                    "expiresAt",
                    "must be in the future, and within ten years");
        }
        return expires;
    }

    /** As exact as the database keeps it. */
    private static Instant instant(String text, Checks checks) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException wrong) {
            return checks.refuse("expiresAt", "must be a time such as 2030-01-31T00:00:00Z");
        }
    }
}
