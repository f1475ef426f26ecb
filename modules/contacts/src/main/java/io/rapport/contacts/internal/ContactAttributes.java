package io.rapport.contacts.internal;

import io.rapport.access.Problem;
import io.rapport.attributes.AgentsWord;
import io.rapport.attributes.AttributeRequests;
import io.rapport.attributes.AttributeRequests.Page;
import io.rapport.attributes.AttributeStory;
import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.Saved;
import io.rapport.attributes.SeenValue;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;

/** What agents see and decide of one attribute of a contact, each decision in one transaction. */
@ApplicationScoped
public class ContactAttributes {

    @Inject
    ContactTable table;

    @Inject
    ContactEdits edits;

    @Inject
    Owned owned;

    @Inject
    ContactValues values;

    @Inject
    Clock clock;

    /** Where a value comes from; throws Problem 404 for an unknown contact, or a key that nobody declared or used. */
    public AttributeStory story(UUID id, String key, Page page) {
        AttributeStory story = owned.values().story(id, key, page.before(), page.limit() + 1);
        if (story.values().isEmpty() && !table.exists(id)) {
            throw Problem.notFound("contact");
        }
        if (story.isEmpty()) {
            throw Problem.notFound("attribute");
        }
        return story;
    }

    /** Sets or removes it; throws Problem 404, 412 when another value is shown than was seen, 422. */
    @Transactional
    public void edit(UUID id, ProposedValue value, SeenValue seen, Actor actor) {
        decide(id, seen, actor, word -> {
            Saved saved = owned.values().edit(id, word, value);
            AttributeRequests.checkKept(saved);
            return saved;
        });
    }

    /** Holds a source's value, or the shown one for null; throws Problem 404, 412, 422. */
    @Transactional
    public void pin(UUID id, String key, Source source, String sourceId, SeenValue seen, Actor actor) {
        decide(id, seen, actor, word -> owned.values().pin(id, word, key, source, sourceId));
    }

    /** Lets the sources decide again; throws Problem 404, 412. */
    @Transactional
    public void release(UUID id, String key, SeenValue seen, Actor actor) {
        decide(id, seen, actor, word -> owned.values().release(id, word, key));
    }

    private void decide(UUID id, SeenValue seen, Actor actor, Function<AgentsWord, Saved> decision) {
        Contact contact = edits.existing(id);
        AgentsWord word = new AgentsWord(actor, clock.instant(), edits.phoneRegion(contact), seen);
        values.show(
                new ContactId(id),
                new ContactValues.Offer(Source.AGENT, AgentsWord.SOURCE_ID, actor, word.at(), word.phoneRegion()),
                decision.apply(word));
    }
}
