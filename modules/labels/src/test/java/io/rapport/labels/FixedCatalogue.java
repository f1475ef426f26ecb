package io.rapport.labels;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A catalogue that a test fills. */
public final class FixedCatalogue implements LabelCatalogue {

    private final Map<LabelId, LabelCard> cards = new LinkedHashMap<>();

    /** Adds a label for conversations; what stands before the last {@code ::} is its exclusive scope. */
    public LabelId with(String name) {
        int end = name.lastIndexOf("::");
        return with(name, end < 0 ? null : name.substring(0, end), false, Set.of(Subject.Kind.CONVERSATION));
    }

    public LabelId with(String name, String scope, boolean archived, Set<Subject.Kind> appliesTo) {
        LabelId id = LabelId.next();
        cards.put(id, new LabelCard(id, name, "#336699", "", appliesTo, archived, scope));
        return id;
    }

    public void archive(LabelId id) {
        LabelCard card = cards.get(id);
        cards.put(
                id,
                new LabelCard(
                        id,
                        card.name(),
                        card.colour(),
                        card.description(),
                        card.appliesTo(),
                        true,
                        card.exclusiveScope()));
    }

    @Override
    public Optional<LabelCard> find(LabelId id) {
        return Optional.ofNullable(cards.get(id));
    }

    @Override
    public Optional<LabelCard> named(String name) {
        return all().stream().filter(card -> card.name().equals(name)).findFirst();
    }

    @Override
    public Map<LabelId, LabelCard> cards(Collection<LabelId> ids) {
        Map<LabelId, LabelCard> found = new LinkedHashMap<>(cards);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<LabelCard> all() {
        return List.copyOf(cards.values());
    }

    @Override
    public LabelCard create(NewLabel label) {
        throw new UnsupportedOperationException("tests add labels by with(…)");
    }
}
