package io.rapport.enrichment.internal;

import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.DomainEvent;
import io.rapport.events.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A plugin is to look a contact up, and the conversation that called for it.
 *
 * @param contact about whom
 * @param conversation about which conversation
 * @param plugin the plugin's id
 * @param actor who made the contact known
 * @param at when
 */
@Recorded("lookupRequested")
public record LookupRequested(ContactId contact, ConversationId conversation, String plugin, Actor actor, Instant at)
        implements DomainEvent {

    /** Contact and plugin together: one plugin's trouble holds up no other. */
    @Override
    public UUID key() {
        return UUID.nameUUIDFromBytes((contact + " " + plugin).getBytes(StandardCharsets.UTF_8));
    }
}
