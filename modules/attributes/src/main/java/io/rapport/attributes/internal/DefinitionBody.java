package io.rapport.attributes.internal;

import io.rapport.access.Checks;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Privacy;
import io.rapport.attributes.UsedKey;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Definitions as the API spells them. */
public final class DefinitionBody {

    private DefinitionBody() {}

    static Subject.Kind subject(Checks checks, String token) {
        return Stream.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION)
                .filter(kind -> kind.token().equals(token))
                .findFirst()
                .orElseGet(() -> checks.refuse("subject", "must be contact or conversation"));
    }

    /** A definition to be made, as it is sent. */
    @Schema(
            name = "AttributeDefinitionWanted",
            requiredProperties = {"subject", "key", "name", "type"})
    public record Wanted(
            @Schema(ref = "AttributeSubject") String subject,
            String key,
            String name,
            String description,
            @Schema(ref = "AttributeType") String type,
            List<String> options,
            String group,
            Boolean visitorsMayWrite,
            String pattern,
            @Schema(ref = "SiteIds") List<String> sites,
            Boolean requiredBeforeResolve,
            @Schema(ref = "Privacy") String privacy,
            Integer retentionDays) {

        /** What is wanted, not checked any further; throws Problem 422 for words that are not known. */
        AttributeDefinition definition(int position) {
            Checks checks = new Checks();
            Subject.Kind kind = DefinitionBody.subject(checks, subject);
            AttributeType known = AttributeType.of(type)
                    .orElseGet(() -> checks.refuse("type", "must be one of " + AttributeType.tokens()));
            List<String> choices = present(checks, "options", options);
            Set<SiteId> places = DefinitionPatch.sites(checks, present(checks, "sites", sites));
            Privacy secrecy = DefinitionPatch.privacy(checks, privacy);
            checks.orThrow();
            return new AttributeDefinition(
                    null,
                    kind,
                    key,
                    name,
                    description,
                    known,
                    choices,
                    group,
                    position,
                    Boolean.TRUE.equals(visitorsMayWrite),
                    pattern,
                    places,
                    Boolean.TRUE.equals(requiredBeforeResolve),
                    secrecy,
                    retentionDays,
                    0);
        }

        private static List<String> present(Checks checks, String field, List<String> texts) {
            List<String> told = texts == null ? List.of() : texts;
            checks.that(told.stream().allMatch(Objects::nonNull), field, "must not be null");
            return told.stream().filter(Objects::nonNull).toList();
        }
    }

    /** What may change of a definition; what is absent stays, null clears. */
    @Schema(name = "AttributeDefinitionPatch")
    public record Patch(
            String name,
            String description,
            List<String> options,
            String group,
            Integer position,
            Boolean visitorsMayWrite,
            String pattern,
            @Schema(ref = "SiteIds") List<String> sites,
            Boolean requiredBeforeResolve,
            @Schema(ref = "Privacy") String privacy,
            Integer retentionDays) {}

    /** A key that is used without a definition; {@code type} is a guess from some of its values. */
    @Schema(
            name = "UndeclaredAttribute",
            requiredProperties = {"subject", "key", "subjects", "more", "type"})
    public record Undeclared(
            @Schema(ref = "AttributeSubject") String subject,
            String key,
            int subjects,
            boolean more,
            @Schema(ref = "AttributeType") String type) {

        static Undeclared of(Subject.Kind subject, UsedKey used) {
            return new Undeclared(
                    subject.token(),
                    used.key(),
                    used.subjects(),
                    used.more(),
                    GuessedType.of(used.samples()).token());
        }
    }

    /** Undeclared keys and where to go on; {@code next} is null on the last page. */
    @Schema(
            name = "UndeclaredAttributePage",
            requiredProperties = {"items"})
    public record UndeclaredPage(List<Undeclared> items, String next) {}

    /** How many values would not fit; {@code more}: there are more than told. */
    @Schema(
            name = "AttributeDefinitionCheck",
            requiredProperties = {"misfits", "more"})
    public record Check(int misfits, boolean more) {}

    /** Definitions; {@code next} is null, since there is one page. */
    @Schema(
            name = "AttributeDefinitionPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** A definition as it is answered. */
    @Schema(
            name = "AttributeDefinition",
            requiredProperties = {
                "id",
                "subject",
                "key",
                "name",
                "type",
                "options",
                "position",
                "visitorsMayWrite",
                "sites",
                "requiredBeforeResolve",
                "privacy",
                "version"
            })
    public record View(
            UUID id,
            @Schema(ref = "AttributeSubject") String subject,
            String key,
            String name,
            String description,
            @Schema(ref = "AttributeType") String type,
            List<String> options,
            String group,
            int position,
            boolean visitorsMayWrite,
            String pattern,
            @Schema(ref = "SiteIds") List<String> sites,
            boolean requiredBeforeResolve,
            @Schema(ref = "Privacy") String privacy,
            Integer retentionDays,
            long version) {

        static View of(AttributeDefinition definition) {
            return new View(
                    definition.id(),
                    definition.subject().token(),
                    definition.key(),
                    definition.name(),
                    definition.description(),
                    definition.type().token(),
                    definition.options(),
                    definition.group(),
                    definition.position(),
                    definition.visitorsMayWrite(),
                    definition.pattern(),
                    definition.sites().stream().map(SiteId::toString).sorted().toList(),
                    definition.requiredBeforeResolve(),
                    definition.privacy().token(),
                    definition.retentionDays(),
                    definition.version());
        }
    }
}
