package io.rapport.widget.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.events.SiteId;
import io.rapport.sites.PreChatField;
import io.rapport.sites.PreChatQuestions;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which questions of a pre-chat form visitors are asked: those on attributes that the site's visitors may write. */
@ApplicationScoped
class OpenQuestions implements PreChatQuestions {

    /**
     * A question that is asked.
     *
     * @param name names its answer: the attribute's key, behind its subject where the form asks both for one of that key
     */
    record Asked(PreChatField field, AttributeDefinition definition, String name) {

        /** The answer among those given, possibly null; {@code subject.key} is always understood. */
        Object answer(Map<String, Object> given) {
            String full = field.subject().token() + "." + field.key();
            return given.containsKey(full) ? given.get(full) : given.get(name);
        }
    }

    @Inject
    AttributeDefinitions definitions;

    /** The questions of a site that are asked, in order; one whose attribute is gone or was closed meanwhile is not. */
    List<Asked> of(SiteCard site) {
        return site.preChat().stream()
                .flatMap(field -> definitions.find(field.subject(), field.key()).stream()
                        .filter(definition -> definition.isOpenTo(site.id()))
                        .map(definition -> new Asked(field, definition, name(site, field))))
                .toList();
    }

    private static String name(SiteCard site, PreChatField field) {
        boolean both = site.preChat().stream()
                .anyMatch(other -> other.key().equals(field.key()) && other.subject() != field.subject());
        return both ? field.subject().token() + "." + field.key() : field.key();
    }

    @Override
    public Optional<String> faultOf(SiteId site, PreChatField question) {
        Optional<AttributeDefinition> definition = definitions.find(question.subject(), question.key());
        if (definition.isEmpty()) {
            return Optional.of("is no attribute of a " + question.subject().token());
        }
        if (!definition.get().visitorsMayWrite()) {
            return Optional.of("is an attribute that visitors may not write");
        }
        return definition.get().appliesAt(site)
                ? Optional.empty()
                : Optional.of("is an attribute that does not apply at this site");
    }
}
