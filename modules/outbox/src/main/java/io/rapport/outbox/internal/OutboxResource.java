package io.rapport.outbox.internal;

import io.rapport.outbox.Outbox;
import io.rapport.outbox.OutboxCard;
import io.rapport.outbox.OutboxCounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What waits, what is in trouble, and the retry button. */
@Path("/outbox")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {

    private static final int PAGE = 50;

    @Inject
    Outbox outbox;

    @GET
    @RolesAllowed({"administrator", "operations:read"})
    public OutboxPage page(@QueryParam("after") @DefaultValue("0") String after) {
        OutboxCounts counts = outbox.counts();
        List<OutboxCard> items = outbox.inTrouble(cursor(after), PAGE);
        String next =
                items.size() < PAGE ? null : Long.toString(items.get(PAGE - 1).id());
        return new OutboxPage(counts.pending(), counts.stuck(), items, next);
    }

    private static long cursor(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new BadRequestException("after is not a cursor of this list", wrong);
        }
    }

    @POST
    @Path("/{id: \\d{1,18}}/retry")
    @RolesAllowed({"administrator", "operations:write"})
    @APIResponse(responseCode = "204")
    public void retry(@PathParam("id") long id) {
        if (!outbox.retry(id)) {
            throw new NotFoundException("No delivery " + id + " waits any more");
        }
    }
}
