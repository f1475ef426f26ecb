package io.rapport.labelling.internal;

import io.rapport.conversations.ConversationCard;
import io.rapport.events.Subject;
import io.rapport.sessions.SessionFields;
import io.rapport.vocabulary.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields of conditions providers still owe. */
final class PendingFields {

    /** The fields of sessions that providers fill, by what sessions call them. */
    private static final Map<String, String> OF_SESSIONS = Map.of(
            "session.country", SessionFields.COUNTRY,
            "session.region", SessionFields.REGION,
            "session.city", SessionFields.CITY,
            "session.device.type", SessionFields.DEVICE_TYPE,
            "session.os", SessionFields.OPERATING_SYSTEM,
            "session.browser.name", SessionFields.BROWSER_NAME);

    /** Attributes of contacts that are fields of their own. */
    private static final Map<String, String> BUILT_IN =
            Map.of("contact.name", "name", "contact.email", "email", "contact.phone", "phone");

    private PendingFields() {}

    /** Whether a provider still owes the field. */
    static boolean isPending(String token, Situation situation) {
        String ofSession = OF_SESSIONS.get(token);
        if (ofSession != null) {
            return situation.session() != null && situation.session().pending().contains(ofSession);
        }
        return isPending(token, Subject.Kind.CONTACT, situation)
                || isPending(token, Subject.Kind.CONVERSATION, situation);
    }

    /** Whether providers may owe one of these fields, as far as the conversation alone tells. */
    static boolean mayBePending(Set<String> tokens, ConversationCard conversation) {
        return conversation.owed().stream()
                .anyMatch(owed -> tokens.stream()
                        .flatMap(token -> attributeKey(token, owed.subject()).stream())
                        .anyMatch(owed.key()::equals));
    }

    private static boolean isPending(String token, Subject.Kind subject, Situation situation) {
        return attributeKey(token, subject)
                .filter(key -> situation
                        .conversation()
                        .awaits(subject, key, situation.shown(subject, key).orElse(null)))
                .isPresent();
    }

    private static Optional<String> attributeKey(String token, Subject.Kind subject) {
        return subject == Subject.Kind.CONTACT && BUILT_IN.containsKey(token)
                ? Optional.of(BUILT_IN.get(token))
                : Fields.attributeKey(token, subject);
    }
}
