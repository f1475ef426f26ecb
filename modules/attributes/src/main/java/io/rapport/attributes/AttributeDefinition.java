package io.rapport.attributes;

import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is known about an attribute before it has a value.
 *
 * @param id the definition; null for the built-in name, email and phone of contacts
 * @param subject CONTACT or CONVERSATION
 * @param key {@code [a-z][a-zA-Z0-9_]{0,63}}, unique per subject, never changed
 * @param name what people call it
 * @param description empty when nobody said
 * @param type the type of its values, never changed
 * @param options what a list or multiple list offers, in order; empty for other types
 * @param group the heading it stands under in the panel; empty for none
 * @param position its place in the group, from 0
 * @param visitorsMayWrite whether forms and the SDK may write it
 * @param pattern what the whole of a text must match (RE2 syntax); null for any text, and for other types
 * @param sites where it applies; empty for everywhere
 * @param requiredBeforeResolve whether a conversation waits for it before it is resolved
 * @param privacy how much it says about a person
 * @param retentionDays how long its values may be kept, in days from 1; null for ever
 * @param version counts up with each change; 0 for the built-in ones
 */
public record AttributeDefinition(
        UUID id,
        Subject.Kind subject,
        String key,
        String name,
        String description,
        AttributeType type,
        List<String> options,
        String group,
        int position,
        boolean visitorsMayWrite,
        String pattern,
        Set<SiteId> sites,
        boolean requiredBeforeResolve,
        Privacy privacy,
        Integer retentionDays,
        long version) {

    public AttributeDefinition {
        options = List.copyOf(options);
        sites = Set.copyOf(sites);
    }

    /** A definition for every site, of ordinary privacy, with values that are kept for ever. */
    public AttributeDefinition(
            UUID id,
            Subject.Kind subject,
            String key,
            String name,
            String description,
            AttributeType type,
            List<String> options,
            String group,
            int position,
            boolean visitorsMayWrite) {
        this(
                id,
                subject,
                key,
                name,
                description,
                type,
                options,
                group,
                position,
                visitorsMayWrite,
                null,
                Set.of(),
                false,
                Privacy.ORDINARY,
                null,
                0);
    }

    /** Whether it is one of the contact's own fields: name, email, phone. */
    public boolean builtIn() {
        return id == null;
    }

    /**
     * Whether it applies at a site.
     *
     * @param site null for a site that is not known: only what applies everywhere applies there
     */
    public boolean appliesAt(SiteId site) {
        return sites.isEmpty() || site != null && sites.contains(site);
    }

    /** Whether the visitors of a site may write it. */
    public boolean isOpenTo(SiteId site) {
        return visitorsMayWrite && appliesAt(site);
    }
}
