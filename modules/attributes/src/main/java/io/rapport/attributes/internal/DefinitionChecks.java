package io.rapport.attributes.internal;

import io.rapport.access.Checks;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what somebody wants an attribute to be like. */
final class DefinitionChecks {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_OPTION = 100;
    private static final int MOST_OPTIONS = 200;
    private static final int LAST_POSITION = 10_000;
    private static final int MOST_SITES = 100;
    /** A hundred years. */
    private static final int LONGEST_RETENTION = 36_500;

    private DefinitionChecks() {}

    /** The definition in its final form; throws Problem 422 that names every wrong field. */
    static AttributeDefinition checked(AttributeDefinition wanted) {
        Checks checks = new Checks();
        checks.that(
                wanted.subject() == Subject.Kind.CONTACT || wanted.subject() == Subject.Kind.CONVERSATION,
                "subject",
                "must be contact or conversation");
        checks.that(wanted.key() != null && Gate.KEY.matcher(wanted.key()).matches(), "key", Gate.FORM_OF_KEYS);
        checks.present("type", wanted.type());
        String name = checks.text("name", wanted.name(), 1, LONGEST_NAME);
        String description = checks.optionalLines("description", wanted.description(), LONGEST_DESCRIPTION);
        String group = checks.optionalText("group", wanted.group(), LONGEST_NAME);
        List<String> options = options(checks, wanted);
        checks.number("position", wanted.position(), 0, LAST_POSITION);
        String pattern = pattern(checks, wanted);
        checks.atMost("sites", wanted.sites(), MOST_SITES);
        checks.present("privacy", wanted.privacy());
        if (wanted.retentionDays() != null) {
            checks.number("retentionDays", wanted.retentionDays(), 1, LONGEST_RETENTION);
        }
        checks.orThrow();
        return new AttributeDefinition(
                wanted.id(),
                wanted.subject(),
                wanted.key(),
                normal(name),
                description == null ? "" : description,
                wanted.type(),
                options,
                group == null ? "" : group,
                wanted.position(),
                wanted.visitorsMayWrite(),
                pattern,
                wanted.sites(),
                wanted.requiredBeforeResolve(),
                wanted.privacy(),
                wanted.retentionDays(),
                wanted.version());
    }

    private static String pattern(Checks checks, AttributeDefinition wanted) {
        String pattern = checks.optionalText("pattern", wanted.pattern(), TextPattern.LONGEST);
        if (pattern == null) {
            return null;
        }
        if (wanted.type() != AttributeType.TEXT) {
            return checks.refuse("pattern", "is for text only");
        }
        TextPattern.faultOf(pattern).ifPresent(fault -> checks.refuse("pattern", fault));
        return pattern;
    }

    private static List<String> options(Checks checks, AttributeDefinition wanted) {
        List<String> options = wanted.options();
        if (wanted.type() == null || !wanted.type().hasOptions()) {
            checks.that(options.isEmpty(), "options", "are for lists only");
            return List.of();
        }
        checks.that(
                !options.isEmpty() && options.size() <= MOST_OPTIONS,
                "options",
                "must be 1 to " + MOST_OPTIONS + " of them");
        Set<String> seen = new HashSet<>();
        for (String option : options) {
            String text = checks.text("options", option, 1, LONGEST_OPTION);
            checks.that(text == null || seen.add(normal(text)), "options", "must differ from one another");
        }
        return options.stream().map(Options::comparable).toList();
    }

    private static String normal(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
