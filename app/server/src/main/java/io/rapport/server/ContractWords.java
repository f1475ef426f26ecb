package io.rapport.server;

import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Privacy;
import io.rapport.attributes.ValueChange;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.vocabulary.Operator;
import io.rapport.vocabulary.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The closed lists of words that texts of the API are one of, by the name of their schema. */
final class ContractWords {

    static final Map<String, List<String>> BY_SCHEMA = Map.ofEntries(
            words("Role", Role.values(), Role::token),
            words("ActorKind", Actor.Kind.values(), Actor.Kind::token),
            words("Source", Source.values(), Source::token),
            words("ValueAction", ValueChange.Action.values(), ValueChange.Action::token),
            words("AttributeType", AttributeType.values(), AttributeType::token),
            words("Privacy", Privacy.values(), Privacy::token),
            words("Operator", Operator.values(), Operator::token),
            words("RuleEvent", Use.values(), Use::token),
            Map.entry("Scope", Scopes.ALL),
            Map.entry("TokenState", List.of("active", "expired", "revoked")),
            Map.entry("HistoryKind", List.of("label", "value", "conversation", "session")),
            Map.entry("ConversationHistoryKind", List.of("label", "value")),
            Map.entry("LabelAction", List.of("added", "removed", "suppressed")),
            Map.entry(
                    "LabelReason",
                    List.of("override", "agent", "token", "order", "archived", "named", "replaced", "withdrawn")),
            Map.entry("AttributeSubject", List.of("contact", "conversation")),
            Map.entry("LabelSubject", List.of("contact", "conversation", "site")),
            Map.entry("VisitorActorKind", List.of("visitor", "agent", "system")),
            Map.entry("Status", List.of("open", "snoozed", "resolved", "finalised")),
            Map.entry("StatusFilter", List.of("open", "snoozed", "resolved", "finalised", "all")),
            Map.entry("ChosenStatus", List.of("open", "resolved")),
            Map.entry("SuppressionReason", List.of("override", "agent", "token", "order", "archived")),
            Map.entry("ClaimedField", List.of("email", "phone")),
            Map.entry("ProviderState", List.of("active", "paused", "failed", "off")),
            Map.entry("FindingSeverity", List.of("error", "warning")));

    private ContractWords() {}

    private static <T> Map.Entry<String, List<String>> words(String schema, T[] values, Function<T, String> token) {
        return Map.entry(schema, Arrays.stream(values).map(token).toList());
    }
}
