package io.rapport.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.Fact;
import io.rapport.events.LabelDecision;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessageId;
import io.rapport.events.OccasionId;
import io.rapport.events.RuleRef;
import io.rapport.events.Subject;
import io.rapport.events.SuppressedLabel;
import io.rapport.events.TimeOrderedId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class LabelAssignmentsTest {

    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);
    private static final Actor SHOP = new Actor(Actor.Kind.TOKEN, "shop", "Shop", null);
    private static final Actor LABELLING = Actor.system();

    private final Jdbi jdbi = OwnersDatabase.jdbi();
    private final FixedCatalogue catalogue = new FixedCatalogue();
    private final LabelAssignments assignments =
            new LabelAssignments(jdbi, catalogue, "conversations", Subject.Kind.CONVERSATION);

    private final LabelId refund = catalogue.with("refund request");
    private final LabelId high = catalogue.with("priority::high");
    private final LabelId low = catalogue.with("priority::low");

    private final UUID conversation = TimeOrderedId.next();
    private final OccasionId occasion = OccasionId.next();
    private final MessageId message = MessageId.next();
    private final RuleRef refunds = new RuleRef(
            "r-1",
            "Refunds",
            3,
            "When a message contains 'refund', add refund request",
            List.of(new Fact("message.text", null, message), new Fact("site.key", "demo", null)));
    private final RuleRef urgent = new RuleRef("r-2", "Urgent", 3, "When …, add priority::high", List.of());
    private final RuleRef calm = new RuleRef("r-3", "Calm", 3, "When …, add priority::low", List.of());

    @Test
    void aLabelThatAPersonAddsIsTheirsWithTheTime() {
        Instant at = now();
        LabelsApplied applied = jdbi.inTransaction(handle -> assignments.add(conversation, refund, MAI, at));

        assertThat(applied.added()).containsExactly(refund);
        assertThat(assignments.of(conversation)).containsExactly(new AssignedLabel(refund, MAI, at, null, null));
    }

    @Test
    void whatHappenedToLabelsIsToldTheLatestFirstWithTheWhyOfThoseThatStand() {
        apply(occasion, add(refund, refunds), add(low, calm));
        jdbi.useTransaction(handle -> assignments.add(conversation, high, MAI, now()));

        List<LabelChange> changes = assignments.changes(conversation, null, 10);
        assertThat(changes)
                .extracting(LabelChange::action, LabelChange::label, LabelChange::reason, LabelChange::instead)
                .containsExactly(
                        tuple("added", high, null, null),
                        tuple("removed", low, "replaced", high.toString()),
                        tuple("added", low, null, null),
                        tuple("added", refund, null, null));
        assertThat(changes)
                .extracting(LabelChange::why)
                .satisfiesExactly(
                        mais -> assertThat(mais).isNull(),
                        gone -> assertThat(gone).isNull(),
                        noLonger -> assertThat(noLonger).isNull(),
                        stands -> assertThat(stands.sentence()).isEqualTo(refunds.sentence()));
        assertThat(assignments.changes(conversation, changes.get(1).id(), 1)).containsExactly(changes.get(2));
    }

    @Test
    void aRulesLabelCarriesItsWhyWithFactsByReference() {
        Optional<LabelsApplied> applied = apply(occasion, add(refund, refunds));

        assertThat(applied).get().extracting(LabelsApplied::added).isEqualTo(List.of(refund));
        AssignedLabel label = assignments.of(conversation).get(0);
        assertThat(label.setBy()).isEqualTo(new Actor(Actor.Kind.RULE, "r-1", "Refunds", "3"));
        assertThat(label.occasion()).isEqualTo(occasion);
        assertThat(label.why()).isEqualTo(new Why(refunds.sentence(), 3, refunds.facts(), List.of()));
    }

    @Test
    void addingALabelOfAnExclusiveScopeTakesTheOtherOffAndBothAreOnRecord() {
        add(low);
        LabelsApplied applied = add(high);

        assertThat(applied.removed()).containsExactly(low);
        assertThat(labels()).containsExactly(high);
        assertThat(history()).containsExactly("added", "removed", "added");
    }

    @Test
    void applyingTheSameDecisionsAgainAnswersNothingAndWritesNoHistory() {
        LabelDecision[] decisions = {add(refund, refunds), add(high, urgent), add(low, calm)};
        assertThat(apply(occasion, decisions)).isPresent();
        List<String> before = history();

        assertThat(apply(occasion, decisions)).isEmpty();
        assertThat(history()).isEqualTo(before).containsExactlyInAnyOrder("added", "added", "suppressed");
    }

    @Test
    void theLoserOfAScopeIsNamedInTheWinnersWhyAndInTheAnswer() {
        LabelsApplied applied =
                apply(occasion, add(high, urgent), add(low, calm)).orElseThrow();

        SuppressedLabel loser = new SuppressedLabel(low, "r-3", "order", "r-2");
        assertThat(applied.suppressed()).containsExactly(loser);
        assertThat(assignments.of(conversation).get(0).why().suppressed()).containsExactly(loser);
    }

    @Test
    void noRulePutsBackWhatAPersonTookOffUntilAPersonAddsIt() {
        apply(occasion, add(refund, refunds));
        remove(refund);

        LabelsApplied again = apply(OccasionId.next(), add(refund, refunds)).orElseThrow();
        assertThat(again.suppressed()).containsExactly(new SuppressedLabel(refund, "r-1", "override", "mai"));
        assertThat(labels()).isEmpty();

        add(refund);
        add(high);
        remove(refund);
        assertThat(apply(OccasionId.next(), add(refund, refunds)).orElseThrow().added())
                .containsExactly(refund);
    }

    @Test
    void aRulesLabelThatAPersonReplacedOrTookOverIsOverriddenToo() {
        apply(occasion, add(high, urgent), add(refund, refunds));
        add(low);
        remove(low);
        add(refund);
        remove(refund);

        assertThat(apply(OccasionId.next(), add(high, urgent), add(refund, refunds))
                        .orElseThrow()
                        .suppressed())
                .extracting(SuppressedLabel::reason)
                .containsExactly("override", "override");
    }

    @Test
    void aRuleDoesNotDisplaceAnAgentsLabelButTakesItOffWhenItNamesIt() {
        add(low, now().minusSeconds(1));
        OccasionId first = OccasionId.next();
        LabelsApplied kept = apply(first, add(high, urgent)).orElseThrow();
        assertThat(kept.suppressed()).containsExactly(new SuppressedLabel(high, "r-2", "agent", "mai"));
        assertThat(labels()).containsExactly(low);

        LabelsApplied named =
                apply(OccasionId.next(), remove(low, urgent), add(high, urgent)).orElseThrow();
        assertThat(named.removed()).containsExactly(low);
        assertThat(labels()).containsExactly(high);
    }

    @Test
    void aProgramsLabelStandsAgainstRulesAndSaysWhoseItIs() {
        addAs(SHOP, low, now().minusSeconds(1));
        LabelsApplied kept = apply(OccasionId.next(), add(high, urgent)).orElseThrow();

        assertThat(kept.suppressed()).containsExactly(new SuppressedLabel(high, "r-2", "token", "shop"));
        assertThat(assignments.of(conversation))
                .extracting(AssignedLabel::setBy)
                .containsExactly(SHOP);
    }

    @Test
    void aProgramIsNoPersonAndOverridesNothing() {
        apply(occasion, add(refund, refunds), add(high, urgent));
        removeAs(SHOP, refund);
        addAs(SHOP, low, now());
        removeAs(SHOP, low);

        assertThat(apply(OccasionId.next(), add(refund, refunds), add(high, urgent))
                        .orElseThrow()
                        .added())
                .containsExactly(refund, high);
    }

    @Test
    void aProgramDoesNotEndWhatAPersonForbadeRules() {
        apply(occasion, add(refund, refunds));
        remove(refund);
        addAs(SHOP, refund, now());
        removeAs(SHOP, refund);

        assertThat(apply(OccasionId.next(), add(refund, refunds)).orElseThrow().suppressed())
                .containsExactly(new SuppressedLabel(refund, "r-1", "override", "mai"));
    }

    @Test
    void aProgramReplacesNoAgentsLabelButMayTakeItOffByName() {
        add(low);
        assertThatThrownBy(() -> addAs(SHOP, high, now())).satisfies(problem -> assertStatus(problem, 409));
        assertThat(labels()).containsExactly(low);

        removeAs(SHOP, low);
        addAs(SHOP, high, now());
        assertThat(labels()).containsExactly(high);
    }

    @Test
    void anAgentsWordIsMoreThanAProgramsAndAProgramsNoMoreThanAnAgents() {
        addAs(SHOP, refund, now());
        add(refund);
        addAs(SHOP, refund, now());

        assertThat(assignments.of(conversation))
                .extracting(AssignedLabel::setBy)
                .containsExactly(MAI);
        add(high);
        addAs(SHOP, high, now());
        add(low);
        assertThat(labels()).containsExactlyInAnyOrder(refund, low);
    }

    @Test
    void whatAnOccasionNoLongerDecidesGoesUnlessAPersonAddedItMeanwhile() {
        apply(occasion, add(refund, refunds), add(high, urgent));
        add(high);

        LabelsApplied again = apply(occasion).orElseThrow();
        assertThat(again.removed()).containsExactly(refund);
        assertThat(labels()).containsExactly(high);
    }

    @Test
    void anEarlierOccasionEvaluatedAgainDoesNotUndoALaterOne() {
        OccasionId later = OccasionId.next();
        apply(occasion, add(high, urgent));
        apply(later, add(low, calm), remove(refund, calm));

        LabelsApplied again = apply(occasion, add(high, urgent)).orElseThrow();
        assertThat(again.suppressed()).containsExactly(new SuppressedLabel(high, "r-2", "order", "r-3"));
        assertThat(labels()).containsExactly(low);
    }

    @Test
    void decisionsAboutOtherKindsOfSubjectsAreLeftToTheirOwners() {
        LabelDecision contacts = new LabelDecision(true, refund, Subject.Kind.CONTACT, refunds);

        assertThat(apply(occasion, contacts)).isEmpty();
        assertThat(labels()).isEmpty();
    }

    @Test
    void aPersonCannotAddALabelThatIsUnknownArchivedOrForOthers() {
        LabelId archived = catalogue.with("old", null, true, Set.of(Subject.Kind.CONVERSATION));
        LabelId ofContacts = catalogue.with("vip", null, false, Set.of(Subject.Kind.CONTACT));

        assertThatThrownBy(() -> add(LabelId.next())).satisfies(problem -> assertStatus(problem, 404));
        assertThatThrownBy(() -> add(archived)).satisfies(problem -> assertStatus(problem, 409));
        assertThatThrownBy(() -> add(ofContacts)).satisfies(problem -> assertStatus(problem, 422));
        assertThat(history()).isEmpty();
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        assertThat(remove(refund).removed()).isEmpty();
        assertThat(history()).isEmpty();
    }

    @Test
    void addingTwiceIsOnRecordOnce() {
        add(refund);
        assertThat(add(refund).added()).isEmpty();
        assertThat(history()).containsExactly("added");
    }

    @Test
    void anOwnersStatementReadsTheLabelsAsOneColumn() {
        add(refund);
        add(high);

        String json = jdbi.withHandle(handle -> handle.createQuery(
                        "select " + assignments.columnFor("c.id") + " from (select cast(:id as uuid) as id) c")
                .bind("id", conversation)
                .mapTo(String.class)
                .one());
        assertThat(assignments.read(json))
                .isEqualTo(assignments.of(conversation))
                .hasSize(2);
    }

    @Test
    void ownersKeepTheSameTablesEachInItsSchema() {
        assertThat(OwnersDatabase.migration("contacts").replace("contacts.", "conversations."))
                .isEqualTo(OwnersDatabase.migration("conversations"));
    }

    private Optional<LabelsApplied> apply(OccasionId of, LabelDecision... decisions) {
        LabelsDecided decided = new LabelsDecided(
                of, new ConversationId(conversation), ContactId.next(), List.of(decisions), LABELLING, now());
        return jdbi.inTransaction(handle -> assignments.apply(decided, conversation));
    }

    private LabelsApplied add(LabelId label) {
        return add(label, now());
    }

    private LabelsApplied add(LabelId label, Instant at) {
        return addAs(MAI, label, at);
    }

    private LabelsApplied addAs(Actor actor, LabelId label, Instant at) {
        return jdbi.inTransaction(handle -> assignments.add(conversation, label, actor, at));
    }

    private LabelsApplied remove(LabelId label) {
        return removeAs(MAI, label);
    }

    private LabelsApplied removeAs(Actor actor, LabelId label) {
        return jdbi.inTransaction(handle -> assignments.remove(conversation, label, actor, now()));
    }

    private static LabelDecision add(LabelId label, RuleRef rule) {
        return new LabelDecision(true, label, Subject.Kind.CONVERSATION, rule);
    }

    private static LabelDecision remove(LabelId label, RuleRef rule) {
        return new LabelDecision(false, label, Subject.Kind.CONVERSATION, rule);
    }

    private List<LabelId> labels() {
        return assignments.of(conversation).stream().map(AssignedLabel::label).toList();
    }

    private List<String> history() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select action from conversations.label_history where subject_id = :id order by id")
                .bind("id", conversation)
                .mapTo(String.class)
                .list());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void assertStatus(Throwable problem, int status) {
        assertThat(((Problem) problem).status()).isEqualTo(status);
    }
}
