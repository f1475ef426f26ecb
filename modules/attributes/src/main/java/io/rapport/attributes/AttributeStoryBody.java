package io.rapport.attributes;

import io.rapport.events.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An {@link AttributeStory} as the owners' resources answer it. What is not known is null.
 *
 * @param version of the shown value, for {@code If-Match}; null where there is none
 * @param values in the order of the ladder, the shown one first
 */
@Schema(
        name = "AttributeStory",
        requiredProperties = {"key", "name", "type", "declared", "values", "changes"})
public record AttributeStoryBody(
        String key,
        String name,
        @Schema(ref = "AttributeType") String type,
        boolean declared,
        String version,
        List<ValueBody> values,
        ChangePage changes) {

    /** Who set a value. */
    @Schema(
            name = "ValueAuthor",
            requiredProperties = {"kind", "id", "name"})
    public record Author(@Schema(ref = "ActorKind") String kind, String id, String name, String version) {}

    /** What one source says at present. */
    @Schema(
            name = "KeptValue",
            requiredProperties = {
                "source",
                "sourceId",
                "setBy",
                "setAt",
                "pinned",
                "estimated",
                "unverified",
                "unparsed",
                "shown"
            })
    public record ValueBody(
            @Schema(ref = "Source") String source,
            String sourceId,
            @Schema(ref = "AttributeValue") Object value,
            Author setBy,
            Instant setAt,
            boolean pinned,
            boolean estimated,
            boolean unverified,
            boolean unparsed,
            boolean shown) {}

    /** A change of what is shown. */
    @Schema(
            name = "ValueChange",
            requiredProperties = {"id", "action", "source", "by", "at"})
    public record ChangeBody(
            UUID id,
            @Schema(ref = "ValueAction") String action,
            @Schema(ref = "AttributeValue") Object before,
            @Schema(ref = "AttributeValue") Object after,
            @Schema(ref = "Source") String source,
            Author by,
            Instant at) {}

    /** Changes, the latest first. */
    @Schema(
            name = "ValueChangePage",
            requiredProperties = {"items"})
    public record ChangePage(List<ChangeBody> items, String next) {}

    /**
     * A story in words.
     *
     * @param limit how many changes the page has at most; the story holds one more where another page follows
     */
    public static AttributeStoryBody of(AttributeStory story, int limit) {
        return new AttributeStoryBody(
                story.key(),
                story.definition().map(AttributeDefinition::name).orElse(story.key()),
                story.definition()
                        .map(AttributeDefinition::type)
                        .orElse(AttributeType.TEXT)
                        .token(),
                story.definition().isPresent(),
                story.version().orElse(null),
                story.values().stream().map(AttributeStoryBody::value).toList(),
                page(story.changes(), limit));
    }

    private static ChangePage page(List<ValueChange> changes, int limit) {
        List<ValueChange> shown = changes.subList(0, Math.min(limit, changes.size()));
        String next = changes.size() <= limit ? null : shown.get(limit - 1).id().toString();
        return new ChangePage(shown.stream().map(AttributeStoryBody::change).toList(), next);
    }

    private static ValueBody value(KeptValue kept) {
        return new ValueBody(
                kept.source().token(),
                kept.sourceId(),
                TypedValues.told(kept.value()),
                author(kept.setBy()),
                kept.setAt(),
                kept.pinned(),
                kept.estimated(),
                kept.unverified(),
                kept.unparsed(),
                kept.shown());
    }

    private static ChangeBody change(ValueChange change) {
        return new ChangeBody(
                change.id(),
                change.action().token(),
                TypedValues.told(change.before()),
                TypedValues.told(change.after()),
                change.source().token(),
                author(change.by()),
                change.at());
    }

    private static Author author(Actor actor) {
        return new Author(actor.kind().token(), actor.id(), actor.name(), actor.version());
    }
}
