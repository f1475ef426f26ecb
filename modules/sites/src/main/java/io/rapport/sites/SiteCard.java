package io.rapport.sites;

import io.rapport.events.SiteId;
import java.util.List;
import java.util.UUID;

/**
 * A site as other modules see it.
 *
 * @param id the site
 * @param key what a page names it by: {@code [a-z0-9-]{1,40}}
 * @param name what the team calls it
 * @param realm the identity realm in which external ids, e-mails and phones belong together
 * @param region default region for phone numbers, ISO 3166-1 alpha-2
 * @param timeZone IANA name, for office hours and times of day
 * @param locale BCP 47 language of the widget when the browser's is not offered
 * @param allowedDomains hosts that may frame the widget; {@code *.} stands for any sub-domain
 * @param colour accent colour, {@code #rrggbb}
 * @param title the widget's heading
 * @param greeting the widget's first words
 * @param privacyNotice shown above the form; null for none
 * @param preChat the questions asked before the first message; empty for none
 * @param labels ids of labels on the site itself
 */
public record SiteCard(
        SiteId id,
        String key,
        String name,
        UUID realm,
        String region,
        String timeZone,
        String locale,
        List<String> allowedDomains,
        String colour,
        String title,
        String greeting,
        String privacyNotice,
        List<PreChatField> preChat,
        List<UUID> labels) {

    public SiteCard {
        allowedDomains = List.copyOf(allowedDomains);
        preChat = List.copyOf(preChat);
        labels = List.copyOf(labels);
    }
}
