package io.rapport.sites.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeUser;
import io.rapport.attributes.AttributeUsers;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Pre-chat forms fill attributes, and so need them. */
@ApplicationScoped
class FormQuestions implements AttributeUsers {

    @Inject
    Sites sites;

    @Override
    public List<AttributeUser> of(AttributeDefinition definition) {
        return sites.all().stream()
                .filter(site -> asks(site, definition))
                .map(site -> new AttributeUser("the pre-chat form of \"" + site.name() + '"', Set.of()))
                .toList();
    }

    private static boolean asks(SiteCard site, AttributeDefinition definition) {
        return site.preChat().stream()
                .anyMatch(field ->
                        field.subject() == definition.subject() && field.key().equals(definition.key()));
    }
}
