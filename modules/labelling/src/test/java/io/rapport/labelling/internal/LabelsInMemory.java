package io.rapport.labelling.internal;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.NewLabel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A label catalogue for tests. */
final class LabelsInMemory implements LabelCatalogue {

    static final Set<Subject.Kind> BOTH = Set.of(Subject.Kind.CONVERSATION, Subject.Kind.CONTACT);

    private final List<LabelCard> cards = new ArrayList<>();

    LabelsInMemory(String... names) {
        for (String name : names) {
            create(new NewLabel(name, null, null, BOTH));
        }
    }

    LabelId id(String name) {
        return named(name).orElseThrow().id();
    }

    void add(LabelCard card) {
        cards.add(card);
    }

    @Override
    public Optional<LabelCard> find(LabelId id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    @Override
    public Optional<LabelCard> named(String name) {
        return cards.stream()
                .filter(card -> card.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    @Override
    public Map<LabelId, LabelCard> cards(Collection<LabelId> ids) {
        return cards.stream()
                .filter(card -> ids.contains(card.id()))
                .collect(Collectors.toMap(LabelCard::id, Function.identity()));
    }

    @Override
    public List<LabelCard> all() {
        return List.copyOf(cards);
    }

    @Override
    public LabelCard create(NewLabel label) {
        LabelCard card = new LabelCard(
                new LabelId(new UUID(7, cards.size() + 1)),
                label.name(),
                "#336699",
                "",
                label.appliesTo(),
                false,
                null);
        cards.add(card);
        return card;
    }
}
