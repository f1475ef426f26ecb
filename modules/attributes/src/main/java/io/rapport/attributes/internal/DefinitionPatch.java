package io.rapport.attributes.internal;

import io.rapport.access.Checks;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.Privacy;
import io.rapport.events.SiteId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is to become of a definition, as JSON Merge Patch (RFC 7396) says it: what is absent stays, null takes back to what
 * it was when nobody said anything. Members that nobody may set are passed over.
 */
final class DefinitionPatch {

    private final Map<String, Object> patch;
    private final Checks checks = new Checks();

    private DefinitionPatch(Map<String, Object> patch) {
        this.patch = patch;
    }

    /** The definition as it would be, not checked any further; throws Problem 422 for members of another type. */
    static AttributeDefinition applied(AttributeDefinition known, Map<String, Object> json) {
        DefinitionPatch patch = new DefinitionPatch(Checks.body(json));
        patch.refuseOther("subject", known.subject().token());
        patch.refuseOther("key", known.key());
        patch.refuseOther("type", known.type().token());
        AttributeDefinition wanted = patch.wanted(known);
        patch.checks.orThrow();
        return wanted;
    }

    private AttributeDefinition wanted(AttributeDefinition known) {
        return new AttributeDefinition(
                known.id(),
                known.subject(),
                known.key(),
                text("name", known.name(), null),
                text("description", known.description(), ""),
                known.type(),
                texts("options", known.options()),
                text("group", known.group(), ""),
                number("position", known.position(), 0),
                flag("visitorsMayWrite", known.visitorsMayWrite()),
                text("pattern", known.pattern(), null),
                sites(known.sites()),
                flag("requiredBeforeResolve", known.requiredBeforeResolve()),
                privacy(known.privacy()),
                number("retentionDays", known.retentionDays(), null),
                known.version());
    }

    private void refuseOther(String member, String value) {
        checks.that(
                value.equals(patch.getOrDefault(member, value)), member, "never changes: declare another attribute");
    }

    private String text(String member, String known, String none) {
        if (!patch.containsKey(member)) {
            return known;
        }
        Object value = patch.get(member);
        return value == null ? none : value instanceof String text ? text : checks.refuse(member, "must be text");
    }

    private Integer number(String member, Integer known, Integer none) {
        if (!patch.containsKey(member)) {
            return known;
        }
        Object value = patch.get(member);
        if (value == null) {
            return none;
        }
        boolean whole = value instanceof BigDecimal number && isWhole(number);
        checks.that(whole, member, "must be a whole number");
        return whole ? Integer.valueOf(((BigDecimal) value).intValue()) : known;
    }

    /** Within what an int holds. */
    private static boolean isWhole(BigDecimal number) {
        return number.compareTo(BigDecimal.valueOf(number.intValue())) == 0;
    }

    private boolean flag(String member, boolean known) {
        Object value = patch.getOrDefault(member, known);
        checks.that(value == null || value instanceof Boolean, member, "must be true or false");
        return Boolean.TRUE.equals(value);
    }

    private List<String> texts(String member, List<String> known) {
        if (!patch.containsKey(member)) {
            return known;
        }
        Object value = patch.get(member);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> several && several.stream().allMatch(String.class::isInstance)) {
            return several.stream().map(String.class::cast).toList();
        }
        checks.refuse(member, "must be a list of texts");
        return known;
    }

    private Set<SiteId> sites(Set<SiteId> known) {
        return sites(checks, texts("sites", known.stream().map(SiteId::toString).toList()));
    }

    private Privacy privacy(Privacy known) {
        return privacy(checks, text("privacy", known.token(), null));
    }

    /** Sites by their ids; what is no id is refused. */
    static Set<SiteId> sites(Checks checks, List<String> ids) {
        List<UUID> read = new ArrayList<>();
        ids.forEach(id -> read.add(checks.uuid("sites", id)));
        return read.stream().filter(Objects::nonNull).map(SiteId::new).collect(Collectors.toSet());
    }

    /** The class of a token, an ordinary one where there is none; what is no class is refused. */
    static Privacy privacy(Checks checks, String token) {
        return token == null
                ? Privacy.ORDINARY
                : Privacy.of(token)
                        .orElseGet(() -> checks.refuse("privacy", "must be ordinary, personal or sensitive"));
    }
}
