package io.rapport.attributes;

import io.rapport.access.Checks;
import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.events.Source;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests about one attribute that the owners' resources have in common, checked. */
public final class AttributeRequests {

    /** How many changes an answer tells unless it is asked for another number. */
    public static final String USUAL_CHANGES = "20";

    private static final Map<String, Source> SOURCES =
            Arrays.stream(Source.values()).collect(Collectors.toMap(Source::token, Function.identity()));
    private static final int MOST_SOURCE_ID = 1_000;

    private AttributeRequests() {}

    /**
     * The new value of an attribute, of a body whose {@code value} is text, number or boolean, or null, which removes;
     * throws Problem 400 without a body, 422 where it names no value.
     */
    public static ProposedValue edit(String key, Map<String, Object> body) {
        if (!Checks.body(body).containsKey("value")) {
            throw Problem.invalid(new FieldError("value", "is required"));
        }
        return ProposedValue.of(key, body.get("value"));
    }

    /**
     * Whose value is to be shown.
     *
     * @param source null for the value that is shown now
     * @param sourceId which instance of the source; given with it
     */
    @Schema(name = "AttributePin")
    public record Pin(@Schema(ref = "Source") String source, String sourceId) {

        /** The sort of source; null for the value shown now; throws Problem 400, 422. */
        public static Source of(Pin pin) {
            Checks checks = new Checks();
            boolean named = Checks.body(pin).source() != null;
            Source source = named ? checks.oneOf("source", pin.source(), SOURCES) : null;
            if (named) {
                checks.text("sourceId", pin.sourceId(), 1, MOST_SOURCE_ID);
            } else {
                checks.that(pin.sourceId() == null, "source", "is required with sourceId");
            }
            checks.orThrow();
            return source;
        }
    }

    /** A page of changes. */
    public record Page(UUID before, int limit) {

        /** Throws Problem 422 for what no page gave out, and a limit outside 1 to 100. */
        public static Page of(String after, String most) {
            Checks checks = new Checks();
            UUID before = checks.optionalUuid("after", after);
            Long limit = checks.digits("limit", most, 1, 100);
            checks.orThrow();
            return new Page(before, limit.intValue());
        }

        /** The latest changes, as many as an answer tells without being asked. */
        public static Page usual() {
            return of(null, USUAL_CHANGES);
        }
    }

    /** The answer to a request, with the version of the shown value as its entity tag where there is one. */
    public static Response answer(AttributeStory story, Page page) {
        Response.ResponseBuilder answer = Response.ok(AttributeStoryBody.of(story, page.limit()));
        story.version().ifPresent(answer::tag);
        return answer.build();
    }

    /** Throws Problem 422, naming the value, when the one value of an edit was refused. */
    public static void checkKept(Saved saved) {
        List<FieldError> refused = saved.refused().stream()
                .map(error -> new FieldError("value", error.message()))
                .toList();
        if (!refused.isEmpty()) {
            throw Problem.invalid(refused);
        }
    }
}
