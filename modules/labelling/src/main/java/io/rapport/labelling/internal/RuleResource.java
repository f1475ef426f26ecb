package io.rapport.labelling.internal;

import io.rapport.access.Checks;
import io.rapport.access.CurrentCaller;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.events.Actor;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Finding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The rules over HTTP. */
@Path("/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RuleResource {

    private static final int MOST_A_PAGE = 100;

    @Inject
    Publishing publishing;

    @Inject
    RevisionTable revisions;

    @Inject
    AttributeDefinitions attributes;

    @Inject
    LabelCatalogue labels;

    @Inject
    CurrentCaller caller;

    /** The rules in force; revision 0 without rules before anything was published. */
    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.RULES_READ})
    public RuleSetView inForce() {
        return revisions.latest().map(this::view).orElseGet(() -> new RuleSetView(0, null, null, "", List.of()));
    }

    /** Publishes rules; they are in force when the answer comes. */
    @POST
    @Path("/publish")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.RULES_PUBLISH})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "RuleSet")))
    @APIResponse(responseCode = "412", description = "Somebody else has published meanwhile")
    public RuleSetView publish(Draft draft) {
        long basedOn = draft.basedOn() == null ? 0 : draft.basedOn();
        String note = draft.note() == null ? "" : draft.note();
        return view(publishing.newRevision(draft.rules(), note, basedOn, caller.actor()));
    }

    /** What an author should know before publishing; errors would refuse it. */
    @POST
    @Path("/check")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.RULES_READ})
    public CheckView check(Draft draft) {
        return new CheckView(
                publishing.check(draft.rules()).stream().map(FindingView::of).toList());
    }

    /** What was published, the latest first. */
    @GET
    @Path("/revisions")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.RULES_READ})
    public RevisionPage revisions(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        Checks checks = new Checks();
        long before = after == null ? Long.MAX_VALUE : number(checks, "after", after, Long.MAX_VALUE);
        int most = (int) number(checks, "limit", limit, MOST_A_PAGE);
        checks.orThrow();
        List<RevisionView> page =
                revisions.before(before, most).stream().map(RevisionView::of).toList();
        boolean more = page.size() == most && page.get(most - 1).revision() > 1;
        return new RevisionPage(page, more ? String.valueOf(page.get(most - 1).revision()) : null);
    }

    private static long number(Checks checks, String field, String text, long most) {
        boolean digits = text.matches("\\d{1,18}");
        long number = digits ? Long.parseLong(text) : 0;
        checks.that(number >= 1 && number <= most, field, "must be a whole number from 1 to " + most);
        return number;
    }

    private RuleSetView view(Revision revision) {
        StoredRules stored = new StoredRules(new RuleReader(attributes, labels));
        RuleSentence sentence = new RuleSentence(labels);
        List<JsonValue> rules = revision.rules().stream()
                .map(json -> stored.read(json)
                        .map(rule -> (JsonValue) RuleWriter.write(rule, sentence.of(rule)))
                        .orElse(json))
                .toList();
        return new RuleSetView(
                revision.number(), revision.publishedAt(), Author.of(revision.author()), revision.note(), rules);
    }

    /** Rules that somebody wants; {@code basedOn} is the revision that they were made from. */
    @Schema(
            name = "RuleDraft",
            requiredProperties = {"rules"})
    public record Draft(@Schema(ref = "RuleList") JsonValue rules, String note, Long basedOn) {}

    /** A set of rules as it is answered; each rule carries its sentence. */
    @Schema(
            name = "RuleSet",
            requiredProperties = {"revision", "note", "rules"})
    public record RuleSetView(
            long revision,
            Instant publishedAt,
            Author author,
            String note,
            @Schema(ref = "RuleList") List<JsonValue> rules) {}

    /** Who published. */
    @Schema(
            name = "RuleAuthor",
            requiredProperties = {"kind", "id", "name"})
    public record Author(@Schema(ref = "ActorKind") String kind, String id, String name) {
        static Author of(Actor actor) {
            return new Author(actor.kind().token(), actor.id(), actor.name());
        }
    }

    /** What was found, in the order of the rules. */
    @Schema(
            name = "RuleCheck",
            requiredProperties = {"findings"})
    public record CheckView(List<FindingView> findings) {}

    /** {@code severity} is error or warning. */
    @Schema(
            name = "RuleFinding",
            requiredProperties = {"severity", "field", "message"})
    public record FindingView(
            @Schema(ref = "FindingSeverity") String severity, String field, String message) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.severity().name().toLowerCase(Locale.ROOT), finding.field(), finding.message());
        }
    }

    /** Revisions, the latest first; {@code next} is null on the last page. */
    @Schema(requiredProperties = {"items"})
    public record RevisionPage(List<RevisionView> items, String next) {}

    /** A revision without its rules; {@code rules} says how many it has. */
    @Schema(
            name = "Revision",
            requiredProperties = {"revision", "publishedAt", "author", "note", "basedOn", "rules"})
    public record RevisionView(
            long revision, Instant publishedAt, Author author, String note, long basedOn, int rules) {
        static RevisionView of(RevisionTable.Summary summary) {
            return new RevisionView(
                    summary.number(),
                    summary.publishedAt().toInstant(),
                    Author.of(summary.author()),
                    summary.note(),
                    summary.basedOn(),
                    summary.rules());
        }
    }
}
