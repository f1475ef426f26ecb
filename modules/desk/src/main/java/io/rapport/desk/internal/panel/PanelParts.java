package io.rapport.desk.internal.panel;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.ShownValue;
import io.rapport.attributes.TypedValues;
import io.rapport.contacts.Claim;
import io.rapport.contacts.ContactCard;
import io.rapport.conversations.ConversationCard;
import io.rapport.conversations.OwedAttribute;
import io.rapport.events.Actor;
import io.rapport.events.Fact;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.labels.AssignedLabel;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.Why;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns cards into what the panel shows: names to ids, in the order of the panel. */
@ApplicationScoped
public class PanelParts {

    @Inject
    LabelCatalogue labels;

    @Inject
    AttributeDefinitions definitions;

    /** @param conversation the conversation beside which it is shown */
    PanelBody.ContactPart contact(ContactCard card, ConversationCard conversation) {
        return new PanelBody.ContactPart(
                card.id().value(),
                card.displayName(),
                card.name(),
                card.email(),
                card.phone(),
                card.verified(),
                card.blocked(),
                card.version(),
                card.createdAt(),
                card.conversations(),
                card.claims().stream().map(PanelParts::claim).toList(),
                labels(card.labels()),
                attributes(conversation.site(), Subject.Kind.CONTACT, card.attributes()),
                pending(conversation, Subject.Kind.CONTACT, card.attributes()));
    }

    PanelBody.ConversationPart conversation(ConversationCard card) {
        return new PanelBody.ConversationPart(
                card.id().value(),
                card.number(),
                card.site().value(),
                card.status(),
                card.createdAt(),
                labels(card.labels()),
                attributes(card.site(), Subject.Kind.CONVERSATION, card.attributes()),
                pending(card, Subject.Kind.CONVERSATION, card.attributes()));
    }

    private static PanelBody.ClaimBody claim(Claim claim) {
        return new PanelBody.ClaimBody(
                claim.field(),
                claim.value(),
                new PanelBody.NamedContact(claim.candidate().value(), claim.candidateName()));
    }

    private List<PanelBody.LabelBody> labels(List<AssignedLabel> assigned) {
        return assigned.stream()
                .map(this::label)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PanelBody.LabelBody::name))
                .toList();
    }

    private Optional<PanelBody.LabelBody> label(AssignedLabel assigned) {
        return labels.find(assigned.label())
                .map(label -> new PanelBody.LabelBody(
                        label.id().value(),
                        label.name(),
                        label.colour(),
                        setBy(assigned.setBy(), assigned.why()),
                        assigned.setAt(),
                        why(assigned.why())));
    }

    /** Why a rule put a label on, in words; null for null. */
    public PanelBody.WhyBody why(Why why) {
        return why == null
                ? null
                : new PanelBody.WhyBody(
                        why.sentence(),
                        why.facts().stream().map(PanelParts::fact).toList(),
                        why.suppressed().stream().map(this::suppressed).toList());
    }

    private static PanelBody.FactBody fact(Fact fact) {
        return new PanelBody.FactBody(
                fact.field(),
                fact.value(),
                fact.message() == null ? null : fact.message().value());
    }

    private PanelBody.SuppressedBody suppressed(SuppressedLabel suppressed) {
        String name = labels.find(suppressed.label()).map(LabelCard::name).orElse("");
        return new PanelBody.SuppressedBody(name, suppressed.ruleId(), suppressed.reason());
    }

    /**
     * In the panel's order; built-in fields stand in the profile; 'empty' is shown where a source could fill it again and
     * the attribute applies at the site.
     */
    private List<PanelBody.AttributeBody> attributes(SiteId site, Subject.Kind subject, List<ShownValue> values) {
        Comparator<ShownValue> order = Comparator.comparing((ShownValue value) -> position(subject, value.key()))
                .thenComparing(ShownValue::key);
        return values.stream()
                .filter(value -> value.value() != null || value.others() > 0 && appliesAt(site, subject, value.key()))
                .filter(value -> !isBuiltIn(subject, value.key()))
                .sorted(order)
                .map(value -> attribute(subject, value))
                .toList();
    }

    /** What has no value yet and may still get one from a provider, in the panel's order. */
    private List<PanelBody.PendingAttribute> pending(
            ConversationCard conversation, Subject.Kind subject, List<ShownValue> values) {
        Map<String, ShownValue> shown = values.stream().collect(Collectors.toMap(ShownValue::key, value -> value));
        return conversation.owed().stream()
                .filter(owed -> owed.subject() == subject)
                .map(OwedAttribute::key)
                .distinct()
                .filter(key -> shown.get(key) == null || shown.get(key).value() == null)
                .filter(key -> conversation.awaits(subject, key, shown.get(key)))
                .filter(key -> !isBuiltIn(subject, key))
                .filter(key -> appliesAt(conversation.site(), subject, key))
                .sorted(Comparator.comparing((String key) -> position(subject, key))
                        .thenComparing(Comparator.naturalOrder()))
                .map(key -> new PanelBody.PendingAttribute(key, name(subject, key)))
                .toList();
    }

    private boolean isBuiltIn(Subject.Kind subject, String key) {
        return definitions.find(subject, key).map(AttributeDefinition::builtIn).orElse(false);
    }

    private boolean appliesAt(SiteId site, Subject.Kind subject, String key) {
        return definitions
                .find(subject, key)
                .map(definition -> definition.appliesAt(site))
                .orElse(true);
    }

    private String name(Subject.Kind subject, String key) {
        return definitions.find(subject, key).map(AttributeDefinition::name).orElse(key);
    }

    private int position(Subject.Kind subject, String key) {
        return definitions.find(subject, key).map(AttributeDefinition::position).orElse(Integer.MAX_VALUE);
    }

    private PanelBody.AttributeBody attribute(Subject.Kind subject, ShownValue value) {
        Optional<AttributeDefinition> definition = definitions.find(subject, value.key());
        return new PanelBody.AttributeBody(
                value.key(),
                name(subject, value.key()),
                definition.map(known -> known.type().token()).orElse("text"),
                TypedValues.told(value.value()),
                value.source().token(),
                value.sourceId(),
                value.version(),
                setBy(value.setBy(), null),
                value.setAt(),
                value.pinned(),
                value.estimated(),
                value.unverified(),
                value.unparsed(),
                value.declared(),
                value.others());
    }

    /** Who did it, with the rule's revision where a rule says why. */
    public static PanelBody.SetBy setBy(Actor actor, Why why) {
        return new PanelBody.SetBy(
                actor.kind().token(), actor.id(), actor.name(), actor.version(), why == null ? null : why.revision());
    }
}
