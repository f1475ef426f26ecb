package io.rapport.widget.internal;

import io.rapport.access.Checks;
import io.rapport.attributes.TypedValues;
import io.rapport.events.Answers;
import io.rapport.events.Subject;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import io.rapport.widget.internal.OpenQuestions.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the answers of a pre-chat form against the site's questions; what was not asked is not taken. */
@ApplicationScoped
public class PreChatAnswers {

    @Inject
    OpenQuestions questions;

    /** The answers that were given; what is missing or wrong goes to the checks as {@code preChat.name}. */
    Answers checked(SiteCard site, Map<String, Object> given, Checks checks) {
        Map<String, String> contact = new HashMap<>();
        Map<String, String> conversation = new HashMap<>();
        for (Asked asked : questions.of(site)) {
            Object answer = given == null ? null : asked.answer(given);
            PreChatField field = asked.field();
            Map<String, String> answers = field.subject() == Subject.Kind.CONTACT ? contact : conversation;
            text(site, asked, answer, checks).ifPresent(text -> answers.put(field.key(), text));
        }
        return new Answers(contact, conversation);
    }

    private static Optional<String> text(SiteCard site, Asked asked, Object answer, Checks checks) {
        String name = "preChat." + asked.name();
        if (answer == null || answer.toString().isBlank()) {
            checks.that(!asked.field().required(), name, "is required");
            return Optional.empty();
        }
        Optional<String> fault = TypedValues.faultOf(asked.definition(), answer, site.region());
        fault.ifPresent(message -> checks.refuse(name, message));
        return fault.isPresent() ? Optional.empty() : Optional.of(TypedValues.textOf(answer));
    }
}
