package io.rapport.desk.internal.history;

import io.rapport.access.Problem;
import io.rapport.access.Scopes;
import io.rapport.conversations.ConversationHistory;
import io.rapport.desk.internal.history.HistoryBody.Entry;
import io.rapport.events.ConversationId;
import io.rapport.events.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What happened to a conversation beside its messages: labels and values; a statement for each. */
@Path("/conversations/{id}/history")
@RequestScoped
@RolesAllowed({"agent", "administrator", Scopes.CONVERSATIONS_READ})
@Produces(MediaType.APPLICATION_JSON)
public class ConversationHistoryResource {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.LABEL, Kind.VALUE);

    @Inject
    ConversationHistory conversations;

    @Inject
    HistoryEntries entries;

    @GET
    public HistoryBody list(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(ref = "ConversationHistoryKinds")) @QueryParam("kind") List<String> kinds,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("30") String most) {
        HistoryQuery query = HistoryQuery.of(kinds, KINDS, after, most);
        ConversationId conversation = new ConversationId(id);
        HistoryBody page =
                Timeline.page(query.kinds().stream().flatMap(kind -> read(conversation, kind, query)), query.limit());
        if (page.items().isEmpty() && !conversations.exists(conversation)) {
            throw Problem.notFound("conversation");
        }
        return page;
    }

    private Stream<Entry> read(ConversationId conversation, Kind kind, HistoryQuery query) {
        return switch (kind) {
            case LABEL ->
                conversations.labels(conversation, query.before(), query.enough()).stream()
                        .map(entries::of);
            case VALUE ->
                conversations.values(conversation, query.before(), query.enough()).stream()
                        .map(change -> entries.of(Subject.Kind.CONVERSATION, change));
            case CONVERSATION, SESSION -> Stream.empty();
        };
    }
}
