package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.vocabulary.Use;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Publishing rules")
class PublishingTest {

    private static final String RULES =
            "[{'name':'%1$s','event':'messageReceived','when':{'field':'message.text','op':'contains','value':'%1$s'},'then':[{'addLabel':'vip'}]}]";

    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench();
    }

    @AfterAll
    static void stop() throws IOException {
        bench.close();
    }

    @BeforeEach
    void clear() {
        bench.clear();
    }

    @Test
    void putsThemInForceAsTheNextRevision() {
        assertThat(bench.rules.current().revision()).isZero();
        assertThat(matching("refund")).isEmpty();
        assertThat(publish("refund", 0)).isEqualTo(1);
        assertThat(matching("refund")).containsExactly("refund");
        assertThat(publish("invoice", 1)).isEqualTo(2);
        assertThat(matching("refund")).isEmpty();
        assertThat(matching("invoice")).containsExactly("invoice");
    }

    @Test
    void isRefusedWhenTheBaseMoved() {
        publish("refund", 0);
        for (long base : new long[] {0, 2}) {
            assertThat(problem(() -> publish("invoice", base)).status()).isEqualTo(412);
        }
        assertThat(matching("refund")).containsExactly("refund");
    }

    @Test
    void isRefusedWhenAnotherWasFasterBetweenCheckAndStore() {
        Revision late = bench.publishing.newRevision(Bench.json(RULES.formatted("a")), "", 0, Bench.MAI);
        CompiledRules compiled = new RuleCompiler().compile(1, List.of());
        assertThat(problem(() -> bench.publishing.publication.store(late, compiled))
                        .status())
                .isEqualTo(412);
        assertThat(matching("a")).containsExactly("a");
    }

    @Test
    void isRefusedWithThePathsOfWhatIsWrongAndChangesNothing() {
        Problem problem = problem(
                () -> bench.publish(
                        "[{'name':'x','event':'messageReceived','when':{'field':'nope','op':'is','value':'x'},'then':[{'addLabel':'nope'}]}]"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactly("rules[0].when.field", "rules[0].then[0].addLabel");
        assertThat(bench.revisions.latestNumber()).isZero();
    }

    @Test
    void keepsIdsAndGivesNewOnes() {
        bench.publish(RULES.formatted("a"));
        Revision first = bench.revisions.latest().orElseThrow();
        String id = first.rules().getJsonObject(0).getString("id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        Revision second = bench.publishing.newRevision(first.rules(), "same", 1, Bench.MAI);
        assertThat(second.rules()).isEqualTo(first.rules());
        assertThat(bench.revisions.latest()).contains(second);
    }

    @Test
    void outlivesARestart() {
        publish("refund", 0);
        bench.restart();
        assertThat(bench.rules.current().revision()).isEqualTo(1);
        assertThat(matching("refund")).containsExactly("refund");
    }

    @Test
    void leavesOutARuleWhoseLabelIsGoneAfterARestartAndKeepsTheOthers() {
        bench.publish("[" + inner("kept") + "," + inner("lost").replace("'vip'", "'foreign'") + "]");
        bench.rules.labels = new LabelsInMemory("refund request", "vip");
        RulesInForce after = new RulesInForce();
        after.revisions = bench.revisions;
        after.attributes = bench.attributes;
        after.labels = new LabelsInMemory("refund request", "vip");
        assertThat(after.current().matching(Use.MESSAGE_RECEIVED, Rules.message("kept lost"), Set.of()))
                .extracting(Rule::name)
                .containsExactly("kept");
    }

    @Test
    void onAnotherNodeIsTakenInByRefreshing() {
        RulesInForce other = bench.rules;
        assertThat(other.current().revision()).isZero();
        bench.restart();
        publish("refund", 0);
        other.refresh();
        assertThat(other.current().revision()).isEqualTo(1);
    }

    @Test
    void neverPutsEarlierRulesInForceAgain() {
        publish("a", 0);
        publish("b", 1);
        bench.rules.adopt(new RuleCompiler().compile(1, List.of()));
        assertThat(matching("b")).containsExactly("b");
    }

    @Test
    void listsRevisionsLatestFirst() {
        for (int i = 0; i < 4; i++) {
            publish("r" + i, i);
        }
        assertThat(bench.revisions.before(Long.MAX_VALUE, 3))
                .extracting(RevisionTable.Summary::number)
                .containsExactly(4L, 3L, 2L);
        assertThat(bench.revisions.before(2, 3)).singleElement().satisfies(first -> {
            assertThat(first.rules()).isEqualTo(1);
            assertThat(first.author()).isEqualTo(Bench.MAI);
            assertThat(first.basedOn()).isZero();
        });
    }

    @Test
    void turnsWhateverDroolsSaysIntoOneException() {
        for (String broken : List.of(
                "package x\nrule \"r\" when Nothing( ) then end\n",
                "rule rule \" when",
                "package x\nrule \"r\" dialect \"mvel\" when String( this == \"\\u00zz\" ) then end\n")) {
            assertThat(catchThrowableOfType(RuleCompilationException.class, () -> RuleCompiler.build(broken)))
                    .as(broken)
                    .isNotNull();
        }
    }

    @Test
    void aHundredTimesLeavesNoOldRulesBehind() {
        List<WeakReference<CompiledRules>> old = new ArrayList<>();
        List<WeakReference<Object>> loaders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            publish("word" + i, i);
            // Often enough that Drools compiles the conditions on threads of its own.
            for (int j = 0; j < 30; j++) {
                matching("word" + i);
            }
            old.add(new WeakReference<>(bench.rules.current()));
            loaders.add(new WeakReference<>(bench.rules.current().classLoader()));
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while ((alive(old) > 1 || alive(loaders) > 1) && Instant.now().isBefore(end)) {
            System.gc();
        }
        assertThat(alive(old)).as("knowledge bases").isEqualTo(1);
        assertThat(alive(loaders)).as("class loaders").isEqualTo(1);
    }

    private static long alive(List<? extends WeakReference<?>> references) {
        return references.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .count();
    }

    private static String inner(String name) {
        String rules = RULES.formatted(name);
        return rules.substring(1, rules.length() - 1);
    }

    private static long publish(String word, long basedOn) {
        return bench.publishing
                .newRevision(Bench.json(RULES.formatted(word)), "", basedOn, Bench.MAI)
                .number();
    }

    private static List<String> matching(String message) {
        return bench.rules.current().matching(Use.MESSAGE_RECEIVED, Rules.message(message), Set.of()).stream()
                .map(Rule::name)
                .toList();
    }

    private static Problem problem(ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call);
    }
}
