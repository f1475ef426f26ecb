package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Values that were there before anybody said what they are. */
class DeclaredLaterTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final FixedDefinitions definitions = new FixedDefinitions();
    private final AttributeValues values =
            new AttributeValues(jdbi, definitions, Clock.systemUTC(), "contacts", Subject.Kind.CONTACT);
    private final String key = "key" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void whatFitsGetsItsTypeAndWhatDoesNotIsMarkedAndKept() {
        UUID fitting = has("12.50");
        UUID other = has("a dozen");
        AttributeDefinition definition = declared(AttributeType.NUMBER);

        Reread read = jdbi.inTransaction(handle -> values.reread(definition, null));

        assertThat(read.next()).isNull();
        assertThat(read.changed())
                .isEqualTo(
                        Map.of(fitting, new AttributeChange(key, "12.5"), other, new AttributeChange(key, "a dozen")));
        assertThat(shown(fitting).value()).isEqualTo(new BigDecimal("12.5"));
        assertThat(shown(fitting).unparsed()).isFalse();
        assertThat(shown(other).value()).isEqualTo("a dozen");
        assertThat(shown(other).unparsed()).isTrue();
        assertThat(jdbi.inTransaction(handle -> values.reread(definition, null)).changed())
                .isEmpty();
    }

    @Test
    void untilThenWhatIsNotOfTheTypeIsMarked() {
        UUID contact = has("12.50");
        declared(AttributeType.CURRENCY);

        assertThat(shown(contact).unparsed()).isTrue();
        assertThat(shown(contact).value()).isEqualTo("12.50");
    }

    @Test
    void manySubjectsAreReadSomeAtATimeAndEachOnce() {
        Set<UUID> contacts = new HashSet<>();
        IntStream.range(0, 450).forEach(n -> contacts.add(has("yes")));
        AttributeDefinition definition = declared(AttributeType.BOOLEAN);

        Set<UUID> changed = new HashSet<>();
        UUID after = null;
        int rounds = 0;
        do {
            UUID from = after;
            Reread read = jdbi.inTransaction(handle -> values.reread(definition, from));
            assertThat(read.changed().size()).isLessThanOrEqualTo(200);
            assertThat(changed).doesNotContainAnyElementsOf(read.changed().keySet());
            changed.addAll(read.changed().keySet());
            after = read.next();
            rounds++;
        } while (after != null);

        assertThat(rounds).isEqualTo(3);
        assertThat(changed).isEqualTo(contacts);
    }

    @Test
    void valuesThatLoseTheLadderAreReadToo() {
        UUID contact = has("5");
        declared(AttributeType.TEXT);
        jdbi.useTransaction(handle -> values.offer(
                contact, Source.AGENT, "agents", Actor.system(), NOON, null, List.of(ProposedValue.of(key, "7"))));
        AttributeDefinition number = declared(AttributeType.NUMBER);

        jdbi.useTransaction(handle -> values.reread(number, null));

        List<String> types = jdbi.withHandle(handle -> handle.createQuery(
                        "select jsonb_typeof(value) from contacts.attribute_value where key = :key")
                .bind("key", key)
                .mapTo(String.class)
                .list());
        assertThat(types).containsExactly("number", "number");
    }

    @Test
    void aValueOfADefinitionThatIsGoneIsTextAndMarkedAsUndeclared() {
        declared(AttributeType.MULTI_LIST, "Tea", "Coffee");
        UUID contact = has(List.of("Tea", "Coffee"));
        definitions.without(key);

        assertThat(shown(contact).value()).isEqualTo("Tea\nCoffee");
        assertThat(shown(contact).declared()).isFalse();
    }

    @Test
    void keysInUseAreCountedWithSomeOfTheirValues() {
        Stream.of("1", "2", "x".repeat(400)).forEach(this::has);

        assertThat(values.used(List.of(key, "nobodyHasThis"))).containsOnlyKeys(key);
        UsedKey used = values.used(List.of(key)).get(key);
        assertThat(used.subjects()).isEqualTo(3);
        assertThat(used.more()).isFalse();
        assertThat(used.samples()).containsExactlyInAnyOrder("1", "2", "x".repeat(300));
    }

    @Test
    void beyondAThousandNobodyCounts() {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into contacts.attribute_value (subject_id, key, source, source_id, value, actor_kind, actor_id,
                               actor_name, set_at, pinned, estimated, unverified, unparsed, winner)
                        select gen_random_uuid(), :key, 'sdk', 'sdk', to_jsonb(n || 'x'), 'system', 's', 's', now(), false,
                               false, false, false, true
                          from generate_series(1, 2500) n""").bind("key", key).execute());

        assertThat(values.used(List.of(key)).get(key))
                .matches(used -> used.subjects() == 1_000
                        && used.more()
                        && used.samples().size() == 100);
        assertThat(values.misfits(definition(AttributeType.NUMBER))).isEqualTo(new Misfits(1_000, true));
        assertThat(values.misfits(definition(AttributeType.TEXT))).isEqualTo(new Misfits(0, false));
    }

    @Test
    void valuesThatWouldNotFitAreCounted() {
        declared(AttributeType.LIST, "Free", "Pro");
        has("Free");
        has("Pro");
        has("Pro");

        assertThat(values.misfits(definition(AttributeType.LIST, "Free"))).isEqualTo(new Misfits(2, false));
        assertThat(values.misfits(definition(AttributeType.LIST, "Free", "Pro")))
                .isEqualTo(new Misfits(0, false));
    }

    private UUID has(Object value) {
        UUID contact = TimeOrderedId.next();
        Saved saved = jdbi.inTransaction(handle -> values.offer(
                contact, Source.SDK, "sdk", Actor.system(), NOON, null, List.of(ProposedValue.of(key, value))));
        assertThat(saved.refused()).isEmpty();
        return contact;
    }

    private ShownValue shown(UUID contact) {
        return values.of(contact).get(0);
    }

    private AttributeDefinition declared(AttributeType type, String... options) {
        definitions.without(key).with(key, type, options);
        return definitions.find(Subject.Kind.CONTACT, key).orElseThrow();
    }

    private AttributeDefinition definition(AttributeType type, String... options) {
        return new FixedDefinitions()
                .with(key, type, options)
                .find(Subject.Kind.CONTACT, key)
                .orElseThrow();
    }
}
