package io.rapport.vocabulary;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.NewLabel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Labels and attributes for tests, held in memory. */
final class Catalogues {

    static final LabelCard VIP = label(1, "vip");
    static final LabelCard HIGH = label(2, "priority::high");
    static final LabelCard REFUND = label(3, "refund request");

    private Catalogues() {}

    static Fields fields() {
        return new Fields(definitions(List.of(
                definition(Subject.Kind.CONTACT, "plan", "Plan", AttributeType.LIST, List.of("Gold", "Silver")),
                definition(Subject.Kind.CONTACT, "newsletter", "Newsletter", AttributeType.BOOLEAN, List.of()),
                definition(Subject.Kind.CONVERSATION, "order", "Order number", AttributeType.TEXT, List.of()),
                definition(Subject.Kind.CONVERSATION, "amount", "Amount", AttributeType.NUMBER, List.of()),
                definition(Subject.Kind.CONVERSATION, "total", "Total", AttributeType.CURRENCY, List.of()),
                definition(Subject.Kind.CONTACT, "birthday", "Birthday", AttributeType.DATE, List.of()),
                definition(Subject.Kind.CONTACT, "renewal", "Renewal", AttributeType.DATE_TIME, List.of()),
                definition(
                        Subject.Kind.CONTACT,
                        "interests",
                        "Interests",
                        AttributeType.MULTI_LIST,
                        List.of("Tea", "Coffee", "Trà đá")))));
    }

    static LabelCatalogue labels() {
        return labels(List.of(VIP, HIGH, REFUND));
    }

    private static LabelCard label(int id, String name) {
        return new LabelCard(
                new LabelId(new UUID(0, id)), name, "#336699", "", Set.of(Subject.Kind.CONVERSATION), false, null);
    }

    private static AttributeDefinition definition(
            Subject.Kind subject, String key, String name, AttributeType type, List<String> options) {
        return new AttributeDefinition(new UUID(1, key.hashCode()), subject, key, name, "", type, options, "", 0, true);
    }

    private static AttributeDefinitions definitions(List<AttributeDefinition> all) {
        return new AttributeDefinitions() {
            @Override
            public Optional<AttributeDefinition> find(Subject.Kind subject, String key) {
                return all(subject).stream()
                        .filter(definition -> definition.key().equals(key))
                        .findFirst();
            }

            @Override
            public List<AttributeDefinition> all(Subject.Kind subject) {
                return all.stream()
                        .filter(definition -> definition.subject() == subject)
                        .toList();
            }

            @Override
            public AttributeDefinition create(AttributeDefinition definition) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static LabelCatalogue labels(List<LabelCard> all) {
        return new LabelCatalogue() {
            @Override
            public Optional<LabelCard> find(LabelId id) {
                return all.stream().filter(card -> card.id().equals(id)).findFirst();
            }

            @Override
            public Optional<LabelCard> named(String name) {
                return all.stream()
                        .filter(card -> card.name().equalsIgnoreCase(name.strip()))
                        .findFirst();
            }

            @Override
            public Map<LabelId, LabelCard> cards(Collection<LabelId> ids) {
                return all.stream()
                        .filter(card -> ids.contains(card.id()))
                        .collect(Collectors.toMap(LabelCard::id, Function.identity()));
            }

            @Override
            public List<LabelCard> all() {
                return all;
            }

            @Override
            public LabelCard create(NewLabel label) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
