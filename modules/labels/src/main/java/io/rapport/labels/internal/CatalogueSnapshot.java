package io.rapport.labels.internal;

import io.rapport.events.LabelId;
import io.rapport.labels.LabelCard;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The catalogue as it was when it was read.
 *
 * @param byName in the order of the folded names, by code unit as cursors compare them, not by the database's collation
 * @param byId every label
 * @param byFoldedName every label
 */
record CatalogueSnapshot(List<LabelCard> byName, Map<LabelId, LabelCard> byId, Map<String, LabelCard> byFoldedName) {

    static CatalogueSnapshot of(List<Label> labels, Set<String> severalOf) {
        Map<LabelId, LabelCard> byId = new LinkedHashMap<>();
        Map<String, LabelCard> byFoldedName = new LinkedHashMap<>();
        labels.stream().sorted(Comparator.comparing(Label::foldedName)).forEach(label -> {
            LabelCard card = label.card(severalOf);
            byId.put(card.id(), card);
            byFoldedName.put(label.foldedName(), card);
        });
        return new CatalogueSnapshot(List.copyOf(byId.values()), byId, byFoldedName);
    }
}
