package io.rapport.desk.internal.inbox;

import io.rapport.desk.internal.panel.LabelPill;
import io.rapport.events.LabelId;
import io.rapport.events.SiteId;
import io.rapport.labels.LabelCatalogue;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts names to the ids of a row; both come from memory. */
@ApplicationScoped
class InboxItems {

    @Inject
    Sites sites;

    @Inject
    LabelCatalogue labels;

    InboxItem of(InboxRow row) {
        return new InboxItem(
                row.conversation(),
                row.number(),
                row.status(),
                new InboxItem.Named(
                        row.site(),
                        sites.find(new SiteId(row.site())).map(SiteCard::name).orElse("")),
                row.contact() == null ? null : new InboxItem.Named(row.contact(), row.contactName()),
                row.lastText() == null
                        ? null
                        : new InboxItem.LastMessage(
                                row.lastText(), row.lastAuthorKind(), row.lastAuthorName(), row.activeAt()),
                row.activeAt(),
                row.unread(),
                row.waitingSince(),
                pills(row),
                row.country());
    }

    private List<LabelPill> pills(InboxRow row) {
        return row.labels().stream()
                .map(LabelId::new)
                .map(labels::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(label -> label.name()))
                .map(LabelPill::of)
                .toList();
    }
}
