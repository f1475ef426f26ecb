package io.rapport.desk.internal.panel;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.ShownValue;
import io.rapport.contacts.Claim;
import io.rapport.contacts.ContactCard;
import io.rapport.conversations.ConversationCard;
import io.rapport.events.Actor;
import io.rapport.events.Fact;
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
import java.util.Optional;

/** Turns cards into what the panel shows: names to ids, in the order of the panel. */
@ApplicationScoped
public class PanelParts {

    @Inject
    LabelCatalogue labels;

    @Inject
    AttributeDefinitions definitions;

    PanelBody.ContactPart contact(ContactCard card) {
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
                attributes(Subject.Kind.CONTACT, card.attributes()));
    }

    PanelBody.ConversationPart conversation(ConversationCard card) {
        return new PanelBody.ConversationPart(
                card.id().value(),
                card.number(),
                card.site().value(),
                card.status(),
                card.createdAt(),
                labels(card.labels()),
                attributes(Subject.Kind.CONVERSATION, card.attributes()));
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

    private PanelBody.WhyBody why(Why why) {
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

    /** In the panel's order; built-in fields stand in the profile, an 'empty' that an agent set is not shown. */
    private List<PanelBody.AttributeBody> attributes(Subject.Kind subject, List<ShownValue> values) {
        Comparator<ShownValue> order = Comparator.comparing((ShownValue value) -> position(subject, value.key()))
                .thenComparing(ShownValue::key);
        return values.stream()
                .filter(value -> value.value() != null)
                .filter(value -> !definitions
                        .find(subject, value.key())
                        .map(AttributeDefinition::builtIn)
                        .orElse(false))
                .sorted(order)
                .map(value -> attribute(subject, value))
                .toList();
    }

    private int position(Subject.Kind subject, String key) {
        return definitions.find(subject, key).map(AttributeDefinition::position).orElse(Integer.MAX_VALUE);
    }

    private PanelBody.AttributeBody attribute(Subject.Kind subject, ShownValue value) {
        Optional<AttributeDefinition> definition = definitions.find(subject, value.key());
        return new PanelBody.AttributeBody(
                value.key(),
                definition.map(AttributeDefinition::name).orElse(value.key()),
                definition.map(known -> known.type().token()).orElse("text"),
                value.value(),
                value.source().token(),
                setBy(value.setBy(), null),
                value.setAt(),
                value.pinned(),
                value.estimated(),
                value.unverified(),
                value.unparsed(),
                value.declared(),
                value.others());
    }

    private static PanelBody.SetBy setBy(Actor actor, Why why) {
        return new PanelBody.SetBy(
                actor.kind().token(), actor.id(), actor.name(), actor.version(), why == null ? null : why.revision());
    }
}
