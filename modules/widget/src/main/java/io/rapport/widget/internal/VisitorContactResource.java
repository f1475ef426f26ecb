package io.rapport.widget.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.sessions.VisitorCard;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the page says of its visitor: who it is, with proof, and what it knows, without. */
@Path("/contact")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class VisitorContactResource {

    /**
     * Who the browser is from now on, and what became of each field.
     *
     * @param visitorToken the token to go on with: another one where the browser changed hands
     * @param verified whether the identity was proved
     */
    @Schema(
            name = "VisitorIntroduced",
            requiredProperties = {"sessionId", "visitorToken", "verified", "saved", "refused"})
    public record IntroducedBody(
            UUID sessionId, String visitorToken, boolean verified, List<String> saved, List<FieldError> refused) {}

    /** As the filters handed it on: CDI's own would name the proxy in front as the visitor's address. */
    @Context
    HttpServletRequest request;

    @Inject
    Bearer bearer;

    @Inject
    Sites sites;

    @Inject
    Recognising recognising;

    @Inject
    VisitorSockets sockets;

    @PATCH
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "VisitorIntroduced")))
    @APIResponse(
            responseCode = "401",
            description = "The visitor's token is worth nothing, the identity token proves nothing, or one is required")
    @APIResponse(responseCode = "409", description = "The visitor has just become somebody else: try again")
    public IntroducedBody introduce(
            @RequestBody(content = @Content(schema = @Schema(ref = "VisitorIntroduction"))) Map<String, Object> patch) {
        VisitorCard visitor = bearer.holder(request);
        SiteCard site = sites.find(visitor.site()).orElseThrow(() -> Problem.notFound("site"));
        Recognising.Recognised recognised = recognising.introduce(
                visitor, bearer.token(request), site, ContactPatch.of(patch), bearer.visit(request));
        if (recognised.until() != null) {
            sockets.prove(recognised.as().visitor(), recognised.until());
        }
        return new IntroducedBody(
                recognised.as().session().value(),
                recognised.as().visitorToken(),
                recognised.until() != null,
                recognised.saved(),
                recognised.refused());
    }
}
