package io.rapport.enrichment.internal;

import io.rapport.events.ContactIdentified;
import io.rapport.spi.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Plans, together with the contact, which plugins are to look it up; without such plugins this costs nothing. What they
 * may bring is marked as owed by the conversation itself when it begins ({@link OwedAttributes}).
 */
@ApplicationScoped
class LookupRequests {

    @Inject
    RunningPlugins plugins;

    @Inject
    Event<LookupRequested> requested;

    void plan(@Observes ContactIdentified event) {
        plugins.atWork().stream()
                .filter(LookupRequests::suppliesAttributes)
                .map(plugin -> new LookupRequested(
                        event.contact(), event.conversation(), plugin.id(), event.actor(), event.at()))
                .forEach(requested::fire);
    }

    private static boolean suppliesAttributes(Plugin plugin) {
        return plugin.declaration().supplies(Subject.CONTACT)
                || plugin.declaration().supplies(Subject.CONVERSATION);
    }
}
