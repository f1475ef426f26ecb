package io.rapport.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;

/** Where a value comes from, and what agents decide about it: pins, releases, edits upon what they saw. */
class AttributeStoryTest {

    private static final String TOWN = "hometown";
    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);
    private static final Actor CRM = new Actor(Actor.Kind.PLUGIN, "crm", "CRM", "1.2");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123456Z");

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final FixedDefinitions definitions = new FixedDefinitions().with(TOWN, AttributeType.TEXT);
    private final AttributeValues values =
            new AttributeValues(jdbi, definitions, Clock.fixed(NOON, ZoneOffset.UTC), "contacts", Subject.Kind.CONTACT);
    private final UUID contact = TimeOrderedId.next();

    @Test
    void aStoryTellsEverySourcesValueInTheOrderOfTheLadderAndWhatWasShownBefore() {
        offer(Source.FORM, "Hue");
        offer(Source.PLUGIN, "Hanoi");
        edit("Da Nang", SeenValue.UNSEEN);

        AttributeStory story = story();
        assertThat(story.definition()).isPresent();
        assertThat(story.values())
                .extracting(KeptValue::source, KeptValue::value, KeptValue::shown)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Source.AGENT, "Da Nang", true),
                        org.assertj.core.groups.Tuple.tuple(Source.PLUGIN, "Hanoi", false),
                        org.assertj.core.groups.Tuple.tuple(Source.FORM, "Hue", false));
        assertThat(changes())
                .containsExactly("set Hanoi→Da Nang by agent", "set Hue→Hanoi by plugin", "set null→Hue by form");
        assertThat(story.version()).contains(shown().version());
    }

    @Test
    void changesArePagedFromTheLatestToTheFirst() {
        IntStream.range(0, 5).forEach(n -> edit("Town " + n, SeenValue.UNSEEN));

        List<ValueChange> first = values.story(contact, TOWN, null, 3).changes();
        List<ValueChange> rest =
                values.story(contact, TOWN, first.get(2).id(), 3).changes();
        assertThat(first).extracting(ValueChange::after).containsExactly("Town 4", "Town 3", "Town 2");
        assertThat(rest).extracting(ValueChange::after).containsExactly("Town 1", "Town 0");
        assertThat(values.changes(contact, first.get(2).id(), 3)).isEqualTo(rest);
    }

    @Test
    void aPinShowsAWeakerValueWhateverStrongerSourcesSay() {
        offer(Source.FORM, "Hue");
        offer(Source.PLUGIN, "Hanoi");

        Saved saved = pin(Source.FORM, SeenValue.UNSEEN);
        offer(Source.API, "Saigon");

        assertThat(saved.changed()).containsExactly(new AttributeChange(TOWN, "Hue"));
        assertThat(shown().value()).isEqualTo("Hue");
        assertThat(shown().pinned()).isTrue();
        assertThat(changes().get(0)).isEqualTo("pinned Hanoi→Hue by agent");
        offer(Source.FORM, "Vinh");
        assertThat(shown().value()).as("a pin follows its source").isEqualTo("Vinh");
    }

    @Test
    void pinningWhatIsShownIsAChangeThatOthersHearOfOnce() {
        offer(Source.PLUGIN, "Hanoi");

        assertThat(pin(null, SeenValue.UNSEEN).changed()).containsExactly(new AttributeChange(TOWN, "Hanoi"));
        assertThat(pin(null, SeenValue.UNSEEN).changed()).isEmpty();
        assertThat(changes()).containsExactly("pinned Hanoi→Hanoi by agent", "set null→Hanoi by plugin");
    }

    @Test
    void aReleaseEndsAPin() {
        offer(Source.FORM, "Hue");
        offer(Source.PLUGIN, "Hanoi");
        pin(Source.FORM, SeenValue.UNSEEN);

        assertThat(release(SeenValue.UNSEEN).changed()).containsExactly(new AttributeChange(TOWN, "Hanoi"));
        assertThat(release(SeenValue.UNSEEN).changed()).isEmpty();
        assertThat(shown().pinned()).isFalse();
        assertThat(changes().get(0)).isEqualTo("released Hue→Hanoi by agent");
    }

    @Test
    void aReleaseEndsAnAgentsEmpty() {
        offer(Source.PLUGIN, "Hanoi");
        edit(null, SeenValue.UNSEEN);
        assertThat(shown().value()).isNull();

        release(SeenValue.UNSEEN);

        assertThat(shown().value()).isEqualTo("Hanoi");
        assertThat(changes().get(0)).isEqualTo("released null→Hanoi by agent");
    }

    @Test
    void aReleaseOfWhatOnlyAnAgentSaidLeavesNothing() {
        edit("Hue", SeenValue.UNSEEN);
        release(SeenValue.UNSEEN);

        assertThat(values.of(contact)).isEmpty();
        assertThat(release(SeenValue.UNSEEN).changed()).isEmpty();
    }

    @Test
    void whatAnAgentWritesIsSeenThoughAnotherValueWasPinned() {
        offer(Source.FORM, "Hue");
        pin(Source.FORM, SeenValue.UNSEEN);

        edit("Saigon", SeenValue.UNSEEN);

        assertThat(shown().value()).isEqualTo("Saigon");
        assertThat(story().values()).noneMatch(KeptValue::pinned);
    }

    @Test
    void onlyWhatThereIsCanBePinned() {
        assertStatus(404, () -> pin(null, SeenValue.UNSEEN));
        offer(Source.PLUGIN, "Hanoi");
        assertStatus(422, () -> pin(Source.FORM, SeenValue.UNSEEN));
    }

    @Test
    void theSecondOfTwoAgentsLearnsOfTheFirst() {
        offer(Source.PLUGIN, "Hanoi");
        SeenValue seen = SeenValue.of("\"" + shown().version() + "\"", null);
        edit("Hue", seen);

        assertStatus(412, () -> edit("Saigon", seen));
        assertStatus(412, () -> pin(Source.PLUGIN, seen));
        assertStatus(412, () -> release(seen));
        assertThat(shown().value()).isEqualTo("Hue");
        edit("Saigon", SeenValue.of("\"" + shown().version() + "\"", null));
        assertThat(shown().value()).isEqualTo("Saigon");
    }

    @Test
    void whoeverSawNothingLearnsOfAValueThatCameMeanwhile() {
        SeenValue nothing = SeenValue.of(null, "*");
        edit("Hue", nothing);
        assertStatus(412, () -> edit("Saigon", nothing));
        edit(null, SeenValue.UNSEEN);
        edit("Saigon", nothing);
        assertThat(shown().value()).isEqualTo("Saigon");
    }

    @Test
    void everythingThatIsToldOfAValueButItsDoubtsMakesItsVersion() {
        offer(Source.PLUGIN, "Hanoi");
        String plugins = shown().version();
        pin(null, SeenValue.UNSEEN);
        String pinned = shown().version();
        edit("Hanoi", SeenValue.UNSEEN);

        assertThat(List.of(plugins, pinned, shown().version())).doesNotHaveDuplicates();
    }

    @Test
    void aStoryIsTwoStatementsAndADecisionThree() {
        offer(Source.PLUGIN, "Hanoi");
        List<String> statements = new ArrayList<>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
            }
        });

        story();
        assertThat(statements).hasSize(2);
        statements.clear();
        pin(null, SeenValue.UNSEEN);
        assertThat(statements).hasSize(3);
    }

    @Test
    void aKeyThatNobodyUsedHasNoStory() {
        assertThat(values.story(contact, "unheardOf", null, 3).isEmpty()).isTrue();
        assertThat(values.story(contact, "a\u0000b", null, 3).isEmpty()).isTrue();
        assertThat(values.story(contact, TOWN, null, 3).isEmpty()).isFalse();
    }

    private void offer(Source source, String town) {
        Actor actor = source == Source.PLUGIN ? CRM : Actor.system();
        jdbi.useTransaction(handle -> values.offer(
                contact, source, source.token(), actor, NOON, null, List.of(ProposedValue.of(TOWN, town))));
    }

    private Saved edit(String town, SeenValue seen) {
        return jdbi.inTransaction(handle -> values.edit(contact, word(seen), ProposedValue.of(TOWN, town)));
    }

    private Saved pin(Source source, SeenValue seen) {
        String sourceId = source == null ? null : source.token();
        return jdbi.inTransaction(handle -> values.pin(contact, word(seen), TOWN, source, sourceId));
    }

    private Saved release(SeenValue seen) {
        return jdbi.inTransaction(handle -> values.release(contact, word(seen), TOWN));
    }

    private static AgentsWord word(SeenValue seen) {
        return new AgentsWord(MAI, NOON, null, seen);
    }

    private AttributeStory story() {
        return values.story(contact, TOWN, null, 10);
    }

    private ShownValue shown() {
        return values.of(contact).stream().findFirst().orElseThrow();
    }

    private List<String> changes() {
        return story().changes().stream()
                .map(change -> "%s %s→%s by %s"
                        .formatted(
                                change.action().token(),
                                change.before(),
                                change.after(),
                                change.source().token()))
                .toList();
    }

    private static void assertStatus(int status, ThrowingCallable call) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .extracting(Problem::status)
                .isEqualTo(status);
    }
}
