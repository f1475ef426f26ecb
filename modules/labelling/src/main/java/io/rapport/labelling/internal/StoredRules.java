package io.rapport.labelling.internal;

import io.rapport.vocabulary.Findings;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rules that were good when they were published. Meanwhile an attribute may have lost an option or gone: such a rule is left
 * out and said so, and the others go on.
 */
final class StoredRules {

    private static final Logger LOG = System.getLogger("io.rapport.labelling");
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final RuleReader reader;

    StoredRules(RuleReader reader) {
        this.reader = reader;
    }

    /** Those that can still be read, in order. */
    List<Rule> read(Revision revision) {
        JsonArray rules = revision.rules();
        return rules.stream()
                .map(json -> read(json).orElseGet(() -> leftOut(revision, json)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** One rule; empty when it can no longer be read. */
    Optional<Rule> read(JsonValue json) {
        return reader.read(JSON.createArrayBuilder().add(json).build(), new Findings()).stream()
                .findFirst();
    }

    private static Rule leftOut(Revision revision, JsonValue json) {
        LOG.log(
                Level.WARNING,
                "A rule of revision {0} names what is no longer there and is left out: {1}",
                revision.number(),
                json.asJsonObject().getString("id", "?"));
        return null;
    }
}
