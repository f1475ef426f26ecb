package io.rapport.contacts.internal;

import io.rapport.access.Problem;
import io.rapport.contacts.Claim;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.events.Actor;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What an agent makes of 'says to be …': it is so, and the contact becomes part of the other, or it is not, and the claim is
 * not shown again while the contact says the same. The agent names the candidate that was seen, so that nobody confirms
 * another one.
 */
@ApplicationScoped
public class Claims {

    /** The value as it is compared: what is refused is refused in any spelling. */
    private static final String REFUSE = """
            insert into contacts.claim_refusal (contact_id, field, value, at, actor_kind, actor_id, actor_name)
            select c.id, :field, case :field when 'email' then c.email_folded else c.phone end, :at, :kind, :actor, :name
              from contacts.contact c where c.id = :id
            on conflict do nothing""";

    @Inject
    ContactCards cards;

    @Inject
    ContactLocks locks;

    @Inject
    Merges merges;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    Event<ContactChanged> changed;

    /** Throws Problem 404. */
    List<Claim> of(UUID contact) {
        return card(contact).claims();
    }

    /** The contact becomes part of the candidate; throws Problem 404, 409. */
    @Transactional
    public void confirm(UUID contact, String field, UUID candidate, Actor actor) {
        ContactLocks.Pair pair = locks.both(contact, candidate);
        require(contact, field, candidate);
        merges.merge(pair, Source.AGENT, actor);
    }

    /** The claim is not believed; throws Problem 404, 409. */
    @Transactional
    public void refuse(UUID contact, String field, UUID candidate, Actor actor) {
        Contact refused = locks.standing(contact);
        require(contact, field, candidate);
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.createUpdate(REFUSE)
                .bind("id", contact)
                .bind("field", field)
                .bind("at", now.atOffset(ZoneOffset.UTC))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .execute());
        changed.fire(new ContactChanged(new ContactId(contact), refused.displayName(), Set.of("claims"), actor, now));
    }

    private void require(UUID contact, String field, UUID candidate) {
        Optional<Claim> claim = of(contact).stream()
                .filter(known -> known.field().equals(field))
                .findFirst();
        if (claim.isEmpty()) {
            throw Problem.notFound("claim");
        }
        if (!claim.get().candidate().value().equals(candidate)) {
            throw Problem.conflict(
                    "/problems/another-candidate", "Another candidate", "The claim is about somebody else by now.");
        }
    }

    private ContactCard card(UUID contact) {
        ContactId id = new ContactId(contact);
        ContactCard card = cards.find(Set.of(id)).get(id);
        if (card == null) {
            throw Problem.notFound("contact");
        }
        return card;
    }
}
