package io.rapport.vocabulary;

import io.rapport.events.LabelId;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds the label that somebody names by its id or its exact name. */
public final class LabelReader {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final LabelCatalogue labels;

    public LabelReader(LabelCatalogue labels) {
        this.labels = labels;
    }

    /** The label, archived or not; empty when findings were refused. */
    public Optional<LabelCard> read(String idOrName, String path, Findings findings) {
        Optional<LabelCard> card = byId(idOrName).or(() -> labels.named(idOrName));
        if (card.isEmpty()) {
            findings.refuse(path, "unknown label " + Shortened.quoted(idOrName) + Nearest.hint(nearest(idOrName)));
        }
        return card;
    }

    private Optional<LabelCard> byId(String id) {
        return UUID_FORM.matcher(id).matches() ? labels.find(new LabelId(UUID.fromString(id))) : Optional.empty();
    }

    private Optional<String> nearest(String name) {
        return Nearest.to(name, labels.all().stream().map(LabelCard::name));
    }
}
