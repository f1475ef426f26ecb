package io.rapport.labels.internal;

import io.rapport.access.Checks;
import io.rapport.events.Subject;
import io.rapport.labels.NewLabel;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks what somebody wants a label to be like. */
final class LabelChecks {

    private static final String DEFAULT_COLOUR = "#64748b";
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Set<Subject.Kind> KINDS =
            EnumSet.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION, Subject.Kind.SITE);

    private LabelChecks() {}

    /** The label that is wanted; throws Problem 422 that names every wrong field. */
    static Label label(NewLabel wanted, Instant now) {
        Checks checks = new Checks();
        LabelName.fault(wanted.name()).ifPresent(fault -> checks.refuse("name", fault));
        String colour = wanted.colour() == null ? DEFAULT_COLOUR : wanted.colour();
        checks.that(COLOUR.matcher(colour).matches(), "colour", "must be a colour such as #336699");
        String description = checks.optionalLines("description", wanted.description(), LONGEST_DESCRIPTION);
        Set<Subject.Kind> appliesTo = wanted.appliesTo();
        checks.that(
                appliesTo != null && !appliesTo.isEmpty() && KINDS.containsAll(appliesTo),
                "appliesTo",
                "must name at least one of contact, conversation, site, and nothing else");
        checks.orThrow();
        return new Label(
                LabelName.of(wanted.name()),
                colour.toLowerCase(Locale.ROOT),
                description == null ? "" : description,
                appliesTo,
                now);
    }
}
