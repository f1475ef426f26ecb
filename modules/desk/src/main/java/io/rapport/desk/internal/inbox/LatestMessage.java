package io.rapport.desk.internal.inbox;

import io.rapport.events.ConversationId;
import io.rapport.events.MessagePosted;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an inbox row shows of the messages that one transaction added to its conversation.
 *
 * @param last the last of them
 * @param byVisitor the last of the visitor's; null when there is none
 * @param answered the sequence of the last answer that reaches the visitor; 0 when there is none
 * @param waitingSince since when the visitor has waited for an answer to these; null when nothing of theirs is unanswered
 */
record LatestMessage(MessagePosted last, MessagePosted byVisitor, long answered, Instant waitingSince) {

    private static final int EXCERPT = 200;
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** One for each conversation. */
    static List<LatestMessage> of(List<MessagePosted> events) {
        Map<ConversationId, LatestMessage> latest = new LinkedHashMap<>();
        events.forEach(event -> latest.merge(event.conversation(), of(event), LatestMessage::then));
        return List.copyOf(latest.values());
    }

    private static LatestMessage of(MessagePosted event) {
        if (event.session() != null) {
            return new LatestMessage(event, event, 0, event.at());
        }
        return new LatestMessage(event, null, event.isPrivate() ? 0 : event.sequence(), null);
    }

    private LatestMessage then(LatestMessage next) {
        Instant before = next.answered > 0 ? null : waitingSince;
        return new LatestMessage(
                next.last,
                next.byVisitor == null ? byVisitor : next.byVisitor,
                Math.max(answered, next.answered),
                before == null ? next.waitingSince : before);
    }

    /** As the statement that projects them reads them. */
    static String json(Collection<LatestMessage> latest) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        latest.forEach(message -> all.add(message.json()));
        return all.build().toString();
    }

    private JsonObjectBuilder json() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("conversation", last.conversation().value().toString())
                .add("site", last.site().value().toString())
                .add("at", last.at().toString())
                .add("text", excerpt(last.text()))
                .add("author_kind", last.actor().kind().token())
                .add("author_name", last.actor().name())
                .add("sequence", last.sequence())
                .add("visitor_sequence", byVisitor == null ? 0 : byVisitor.sequence())
                .add("answered_sequence", answered);
        if (byVisitor != null) {
            json.add("session", byVisitor.session().value().toString());
        }
        if (waitingSince != null) {
            json.add("waiting_since", waitingSince.toString());
        }
        return json;
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT));
    }
}
