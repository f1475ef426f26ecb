package io.rapport.desk.internal.panel;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.ConversationCards;
import io.rapport.events.ConversationId;
import io.rapport.events.SessionId;
import io.rapport.sessions.SessionCard;
import io.rapport.sessions.SessionCards;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who the customer is and what this is about: the two tabs in one answer, a statement for each of the three owners. */
@Path("/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PanelResource {

    @Inject
    ConversationCards conversations;

    @Inject
    ContactCards contacts;

    @Inject
    SessionCards sessions;

    @Inject
    PanelParts parts;

    @GET
    @Path("/{id}/panel")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_READ, Scopes.CONTACTS_READ})
    public PanelBody show(@PathParam("id") UUID id) {
        ConversationId asked = new ConversationId(id);
        ConversationCard conversation = conversations.find(Set.of(asked)).get(asked);
        if (conversation == null) {
            throw Problem.notFound("conversation");
        }
        ContactCard contact = conversation.contact() == null
                ? null
                : contacts.find(Set.of(conversation.contact())).get(conversation.contact());
        return new PanelBody(
                contact == null ? null : parts.contact(contact, conversation),
                parts.conversation(conversation),
                session(conversation));
    }

    /** The latest session and the one before, in one statement. */
    private PanelBody.SessionPart session(ConversationCard conversation) {
        Set<SessionId> asked = Stream.of(conversation.session(), conversation.sessionBefore())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<SessionId, SessionCard> found = sessions.find(asked);
        SessionCard latest = found.get(conversation.session());
        return latest == null
                ? null
                : SessionParts.of(latest, found.get(conversation.sessionBefore()), conversation.otherSessions());
    }
}
