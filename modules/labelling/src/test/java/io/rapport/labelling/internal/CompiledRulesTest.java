package io.rapport.labelling.internal;

import static io.rapport.labelling.internal.Rules.message;
import static io.rapport.labelling.internal.Rules.messageContains;
import static io.rapport.labelling.internal.Rules.rule;
import static io.rapport.labelling.internal.Rules.stopping;
import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Operand;
import io.rapport.vocabulary.Operator;
import io.rapport.vocabulary.Use;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Compiled rules")
class CompiledRulesTest {

    private static final Field COUNTRY = Rules.field("session.country");

    @Test
    void matchInTheOrderOfTheSet() {
        List<Rule> rules = IntStream.range(0, 60)
                .mapToObj(i -> rule("r" + i, messageContains(i % 3 == 0 ? "x" : "y" + i)))
                .toList();
        assertThat(names(compile(rules), message("x y4 y59")))
                .containsExactlyElementsOf(IntStream.range(0, 60)
                        .filter(i -> i % 3 == 0 || i == 4 || i == 5 || i == 59)
                        .mapToObj(i -> "r" + i)
                        .toList());
    }

    @Test
    void leaveOutWhatComesAfterARuleThatStops() {
        CompiledRules rules = compile(List.of(
                rule("first", messageContains("refund")),
                stopping("silent", messageContains("never said")),
                stopping("stops", messageContains("order")),
                rule("late", messageContains("refund"))));
        assertThat(names(rules, message("refund my order"))).containsExactly("first", "stops");
        assertThat(names(rules, message("refund"))).containsExactly("first", "late");
    }

    @Test
    void matchOnceEachHoweverManyWaysThereAre() {
        var either = new Condition.Any(List.of(messageContains("a"), messageContains("b")));
        assertThat(names(compile(List.of(rule("either", either))), message("a b")))
                .containsExactly("either");
    }

    @Test
    void leaveOutRulesThatReadWhatIsPendingEvenWhenTheyStop() {
        var country = Rules.test(Rules.field("session.country"), Operator.IS_NOT, new Operand.Text("VN"));
        CompiledRules rules = compile(List.of(stopping("country", country), rule("text", messageContains("hi"))));
        assertThat(rules.matching(Use.MESSAGE_RECEIVED, message("hi"), Set.of("session.country")))
                .extracting(Rule::name)
                .containsExactly("text");
        assertThat(names(rules, message("hi"))).containsExactly("country");
    }

    @Test
    void answerOnlyTheirOwnEvent() {
        CompiledRules rules = compile(List.of(rule("text", messageContains("hi"))));
        assertThat(rules.matching(Use.CONVERSATION_CREATED, message("hi"), Set.of()))
                .isEmpty();
        assertThat(rules.reads(Use.CONVERSATION_CREATED)).isEmpty();
        assertThat(rules.reads(Use.MESSAGE_RECEIVED)).containsExactly("message.text");
    }

    @Test
    void readOfAnEventOnlyWhatItsRulesRead() {
        Rule text = rule("text", messageContains("hi"));
        Rule country = onCreation("country", Rules.test(COUNTRY, Operator.IS, new Operand.Text("VN")));
        CompiledRules rules = compile(List.of(text, country));
        var values = new FieldValues(
                Map.of(Rules.TEXT.token(), FieldValue.text("hi"), COUNTRY.token(), FieldValue.text("VN")));
        assertThat(rules.matching(Use.CONVERSATION_CREATED, values, Set.of())).containsExactly(country);
        assertThat(rules.matching(Use.MESSAGE_RECEIVED, values, Set.of())).containsExactly(text);
    }

    @Test
    void rememberNothingOfWhatTheyDecidedBefore() {
        CompiledRules rules = compile(List.of(rule("hi", messageContains("hi")), rule("bye", messageContains("bye"))));
        for (int i = 0; i < 30; i++) {
            assertThat(names(rules, message("hi and bye"))).containsExactly("hi", "bye");
            assertThat(names(rules, message("bye"))).containsExactly("bye");
            assertThat(names(rules, message("good day"))).isEmpty();
        }
    }

    @Test
    void decideForManyThreadsAtOnce() {
        CompiledRules rules = compile(IntStream.range(0, 10)
                .mapToObj(i -> rule("r" + i, messageContains("say" + i)))
                .toList());
        IntStream.range(0, 4_000)
                .parallel()
                .map(i -> i % 10)
                .forEach(i -> assertThat(names(rules, message("say" + i))).containsExactly("r" + i));
    }

    @Test
    void leaveOutDisabledRules() {
        Rule on = rule("on", messageContains("hi"));
        Rule off = new Rule(on.id(), "off", "", on.event(), false, true, on.when(), on.then());
        assertThat(names(compile(List.of(off, on)), message("hi"))).containsExactly("on");
    }

    @Test
    void mayBeNone() {
        assertThat(names(compile(List.of()), message("hi"))).isEmpty();
    }

    @Test
    void takeTheLargestConditionThereMayBe() {
        Operand[] longest = IntStream.range(0, 100)
                .mapToObj(i -> new Operand.Text("ạ".repeat(10) + "\"'\\é".repeat(247) + i))
                .toArray(Operand[]::new);
        var whole =
                new Condition.Any(Collections.nCopies(10, Rules.test(Rules.TEXT, Operator.CONTAINS_ANY_OF, longest)));
        String said = ((Operand.Text) Arrays.asList(longest).get(99)).typed();
        CompiledRules rules = compile(List.of(rule("large", whole)));
        assertThat(names(rules, message("x" + said + "x"))).containsExactly("large");
        assertThat(names(rules, message(said.substring(1)))).isEmpty();
    }

    @Test
    void knowNothingOfAnEmptyFact() {
        assertThat(names(compile(List.of(rule("text", messageContains("hi")))), new FieldValues(Map.of())))
                .isEmpty();
    }

    private static Rule onCreation(String name, Condition when) {
        Rule plain = rule(name, when);
        return new Rule(plain.id(), name, "", Use.CONVERSATION_CREATED, true, false, when, plain.then());
    }

    private static CompiledRules compile(List<Rule> rules) {
        return new RuleCompiler().compile(1, rules);
    }

    private static List<String> names(CompiledRules rules, FieldValues values) {
        return rules.matching(Use.MESSAGE_RECEIVED, values, Set.of()).stream()
                .map(Rule::name)
                .toList();
    }
}
