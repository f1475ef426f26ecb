package io.rapport.desk.internal.inbox;

import io.rapport.access.Checks;
import io.rapport.access.CurrentCaller;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.access.SignedInOnly;
import io.rapport.conversations.Conversations;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The list of conversations, and one of them as the list knows it. */
@Path("/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class InboxResource {

    private static final Set<String> STATUSES = Set.of("open", "snoozed", "resolved", "finalised");
    private static final String ALL = "all";
    private static final int MOST_LABELS = 10;

    /** What an agent may change of a conversation. */
    @Schema(
            name = "ConversationChange",
            requiredProperties = {"status"})
    public record Change(@Schema(ref = "ChosenStatus") String status) {}

    /** How far the team has read. */
    @Schema(requiredProperties = {"upTo"})
    public record ReadBody(Long upTo) {}

    /** A page of the list. */
    @Schema(
            name = "InboxPage",
            requiredProperties = {"items"})
    public record Page(List<InboxItem> items, String next) {}

    @Inject
    InboxReader reader;

    @Inject
    InboxTable table;

    @Inject
    InboxItems items;

    @Inject
    Conversations conversations;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<InboxRowRead> read;

    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_READ})
    public Page list(
            @Parameter(schema = @Schema(ref = "StatusFilter")) @QueryParam("status") @DefaultValue(ALL) String status,
            @Parameter(schema = @Schema(ref = "LabelIds")) @QueryParam("label") List<String> labels,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("30") String most) {
        Checks checks = new Checks();
        checks.that(
                status.equals(ALL) || STATUSES.contains(status),
                "status",
                "must be open, snoozed, resolved, finalised or all");
        Long wanted = checks.digits("limit", most, 1, 100);
        checks.atMost("label", labels, MOST_LABELS);
        List<UUID> ids =
                labels.stream().map(label -> checks.uuid("label", label)).toList();
        checks.orThrow();
        int limit = wanted.intValue();
        List<InboxRow> rows = reader.page(new InboxQuery(
                status.equals(ALL) ? null : status,
                ids.stream().map(LabelId::new).toList(),
                Cursor.of(after),
                limit));
        List<InboxRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() <= limit
                ? null
                : new Cursor(
                                shown.get(limit - 1).activeAt(),
                                shown.get(limit - 1).conversation())
                        .toString();
        return new Page(shown.stream().map(items::of).toList(), next);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_READ})
    public InboxItem show(@PathParam("id") UUID id) {
        return items.of(reader.find(id).orElseThrow(() -> Problem.notFound("conversation")));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_READ, Scopes.CONVERSATIONS_WRITE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "InboxItem")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public InboxItem change(@PathParam("id") UUID id, Change change) {
        Checks checks = new Checks();
        checks.that(
                "open".equals(change.status()) || "resolved".equals(change.status()),
                "status",
                "must be open or resolved");
        checks.orThrow();
        conversations.changeStatus(new ConversationId(id), change.status(), caller.actor());
        return show(id);
    }

    @POST
    @Path("/{id}/read")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
    @SignedInOnly
    @APIResponse(responseCode = "204")
    @Transactional
    public void read(@PathParam("id") UUID id, ReadBody body) {
        Checks checks = new Checks();
        Long upTo = checks.present("upTo", body.upTo());
        checks.orThrow();
        if (table.read(id, upTo)) {
            read.fire(new InboxRowRead(id));
        } else {
            reader.find(id).orElseThrow(() -> Problem.notFound("conversation"));
        }
    }
}
