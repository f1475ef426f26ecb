package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeUser;
import io.rapport.attributes.AttributeUsers;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.Fields;
import io.rapport.vocabulary.Folding;
import io.rapport.vocabulary.Operand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules in force need the attributes that their conditions look at, and the options that they name. */
@ApplicationScoped
class RuleAttributes implements AttributeUsers {

    @Inject
    RevisionTable revisions;

    @Inject
    AttributeDefinitions attributes;

    @Inject
    LabelCatalogue labels;

    @Override
    public List<AttributeUser> of(AttributeDefinition definition) {
        String token = Fields.token(definition);
        return revisions
                .latest()
                .map(new StoredRules(new RuleReader(attributes, labels))::read)
                .orElse(List.of())
                .stream()
                .filter(rule -> rule.reads().contains(token))
                .map(rule -> new AttributeUser(
                        "the rule \"" + rule.name() + '"', named(rule.when(), token, definition.options())))
                .toList();
    }

    private static Set<String> named(Condition when, String token, List<String> options) {
        Set<String> folded = when.tests()
                .filter(test -> test.field().token().equals(token))
                .flatMap(test -> test.operands().stream())
                .filter(Operand.Text.class::isInstance)
                .map(operand -> ((Operand.Text) operand).folded())
                .collect(Collectors.toSet());
        return options.stream()
                .filter(option -> folded.contains(Folding.fold(option)))
                .collect(Collectors.toSet());
    }
}
