package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.ProposedValue;
import io.rapport.events.SiteId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Says of each offered value whether its source may write it, and what it is worth in the attribute's type. */
final class Gate {

    /** The form of keys: at most 64 characters. */
    static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_]{0,63}");

    private static final Pattern SITE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    static final String FORM_OF_KEYS = "must begin with a small letter and have 1 to 64 letters, digits or _";

    private final AttributeDefinitions definitions;
    private final Subject.Kind subject;
    private final Source source;
    private final SiteId site;
    private final String phoneRegion;

    /**
     * For one source.
     *
     * @param sourceId of a form or the SDK the id of its site; what applies at some sites only is closed to all others
     */
    Gate(AttributeDefinitions definitions, Subject.Kind subject, Source source, String sourceId, String phoneRegion) {
        this.definitions = definitions;
        this.subject = subject;
        this.source = source;
        this.site = site(sourceId);
        this.phoneRegion = phoneRegion;
    }

    /** The typed value, one of null where it is empty, or the reason why it is refused. */
    Parsed check(ProposedValue proposed) {
        if (proposed.key() == null || !KEY.matcher(proposed.key()).matches()) {
            return Parsed.refused(FORM_OF_KEYS);
        }
        Optional<AttributeDefinition> definition = definitions.find(subject, proposed.key());
        Optional<String> refusal = refusal(definition);
        if (refusal.isPresent()) {
            return Parsed.refused(refusal.get());
        }
        if (ValueParser.isEmpty(proposed.value())) {
            return Parsed.as(null);
        }
        return definition
                .map(declared -> ValueParser.parse(declared, proposed.value(), phoneRegion))
                .orElseGet(() -> undeclared(proposed));
    }

    private Parsed undeclared(ProposedValue proposed) {
        Parsed text = ValueParser.text(proposed.value());
        return text.fault() != null || definitions.admitsUndeclared(subject, site, proposed.key())
                ? text
                : Parsed.refused("is one too many: the site has " + UndeclaredKeys.MOST_OF_A_SITE
                        + " attributes that nobody declared");
    }

    private Optional<String> refusal(Optional<AttributeDefinition> definition) {
        if (definition.isEmpty()) {
            return fromVisitor() ? Optional.empty() : Optional.of("is not a declared attribute");
        }
        if (!fromVisitor()) {
            return Optional.empty();
        }
        if (!definition.get().visitorsMayWrite()) {
            return Optional.of("may not be written by visitors");
        }
        return definition.get().appliesAt(site) ? Optional.empty() : Optional.of("does not apply at this site");
    }

    private static SiteId site(String sourceId) {
        return SITE.matcher(sourceId).matches() ? new SiteId(UUID.fromString(sourceId)) : null;
    }

    private boolean fromVisitor() {
        return source == Source.FORM || source == Source.SDK;
    }
}
