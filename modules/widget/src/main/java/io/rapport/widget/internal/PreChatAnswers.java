package io.rapport.widget.internal;

import io.rapport.access.Checks;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.TypedValues;
import io.rapport.events.Answers;
import io.rapport.events.Subject;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the answers of a pre-chat form against the site's questions; what was not asked is not taken. */
@ApplicationScoped
public class PreChatAnswers {

    @Inject
    AttributeDefinitions definitions;

    /** The answers that were given; what is missing or wrong goes to the checks as {@code preChat.key}. */
    Answers checked(SiteCard site, Map<String, Object> given, Checks checks) {
        Map<String, String> contact = new HashMap<>();
        Map<String, String> conversation = new HashMap<>();
        for (PreChatField field : site.preChat()) {
            Object answer = given == null ? null : given.get(field.key());
            Map<String, String> answers = field.subject() == Subject.Kind.CONTACT ? contact : conversation;
            text(site, field, answer, checks).ifPresent(text -> answers.put(field.key(), text));
        }
        return new Answers(contact, conversation);
    }

    private Optional<String> text(SiteCard site, PreChatField field, Object answer, Checks checks) {
        Optional<AttributeDefinition> definition = definitions.find(field.subject(), field.key());
        if (!isAsked(site, definition)) {
            return Optional.empty();
        }
        String name = "preChat." + field.key();
        if (answer == null || answer.toString().isBlank()) {
            checks.that(!field.required(), name, "is required");
            return Optional.empty();
        }
        Optional<String> fault = TypedValues.faultOf(definition.get(), answer, site.region());
        fault.ifPresent(message -> checks.refuse(name, message));
        return fault.isPresent() ? Optional.empty() : Optional.of(TypedValues.textOf(answer));
    }

    /** What is gone, or meanwhile closed to this site's visitors, is not asked. */
    static boolean isAsked(SiteCard site, Optional<AttributeDefinition> definition) {
        return definition.filter(known -> known.isOpenTo(site.id())).isPresent();
    }
}
