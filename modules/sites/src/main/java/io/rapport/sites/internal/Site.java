package io.rapport.sites.internal;

import io.rapport.events.SiteId;
import io.rapport.sites.SiteCard;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A web site that carries the widget: named by its key in the page, shown by its name to the team. */
@Entity
@Table(schema = "sites", name = "site")
public class Site {

    @Id
    private UUID id;

    private String key;

    private String name;

    @Column(name = "realm_id")
    private UUID realm;

    private String region;

    @Column(name = "time_zone")
    private String timeZone;

    private String locale;

    @Convert(converter = AppearanceConverter.class)
    private Appearance appearance;

    @Version
    private long version;

    protected Site() {}

    Site(SiteCard card) {
        id = SiteId.next().value();
        key = card.key();
        name = card.name();
        realm = card.realm() == null ? UUID.randomUUID() : card.realm();
        region = card.region();
        timeZone = card.timeZone();
        locale = card.locale();
        appearance = new Appearance(
                card.allowedDomains(),
                card.colour(),
                card.title(),
                card.greeting(),
                card.privacyNotice(),
                card.preChat(),
                card.labels());
    }

    SiteCard card() {
        return new SiteCard(
                new SiteId(id),
                key,
                name,
                realm,
                region,
                timeZone,
                locale,
                appearance.allowedDomains(),
                appearance.colour(),
                appearance.title(),
                appearance.greeting(),
                appearance.privacyNotice(),
                appearance.preChat(),
                appearance.labels());
    }
}
