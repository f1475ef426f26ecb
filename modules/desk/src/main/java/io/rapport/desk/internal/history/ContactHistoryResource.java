package io.rapport.desk.internal.history;

import io.rapport.access.Problem;
import io.rapport.access.Scopes;
import io.rapport.contacts.ContactHistory;
import io.rapport.conversations.ConversationHistory;
import io.rapport.desk.internal.history.HistoryBody.Entry;
import io.rapport.events.ContactId;
import io.rapport.events.Subject;
import io.rapport.sessions.SessionHistory;
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

/** What happened to a contact: labels, values, and the conversations and visits of theirs; a statement for each kind. */
@Path("/contacts/{id}/history")
@RequestScoped
@RolesAllowed({"agent", "administrator", Scopes.CONTACTS_READ, Scopes.CONVERSATIONS_READ})
@Produces(MediaType.APPLICATION_JSON)
public class ContactHistoryResource {

    private static final Set<Kind> KINDS = EnumSet.allOf(Kind.class);

    @Inject
    ContactHistory contacts;

    @Inject
    ConversationHistory conversations;

    @Inject
    SessionHistory sessions;

    @Inject
    HistoryEntries entries;

    @GET
    public HistoryBody list(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(ref = "HistoryKinds")) @QueryParam("kind") List<String> kinds,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("30") String most) {
        HistoryQuery query = HistoryQuery.of(kinds, KINDS, after, most);
        ContactId contact = new ContactId(id);
        HistoryBody page =
                Timeline.page(query.kinds().stream().flatMap(kind -> read(contact, kind, query)), query.limit());
        if (page.items().isEmpty() && !contacts.exists(contact)) {
            throw Problem.notFound("contact");
        }
        return page;
    }

    private Stream<Entry> read(ContactId contact, Kind kind, HistoryQuery query) {
        return switch (kind) {
            case LABEL ->
                contacts.labels(contact, query.before(), query.enough()).stream()
                        .map(entries::of);
            case VALUE ->
                contacts.values(contact, query.before(), query.enough()).stream()
                        .map(change -> entries.of(Subject.Kind.CONTACT, change));
            case CONVERSATION ->
                conversations.startedBy(contact, query.before(), query.enough()).stream()
                        .map(entries::of);
            case SESSION ->
                sessions.of(contact, query.before(), query.enough()).stream().map(entries::of);
        };
    }
}
