package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.ConditionReader;
import io.rapport.vocabulary.ConditionWriter;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Findings;
import io.rapport.vocabulary.Operand;
import io.rapport.vocabulary.Operator;
import io.rapport.vocabulary.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a person types is a value: it compiles, it matches itself, and it runs nothing. */
class InjectionPropertyTest {

    private static final List<String> NASTY = List.of(
            "\"",
            "'",
            "\\",
            "\\\"",
            "\n",
            "\r\n",
            "\u2028",
            "\u2029",
            "\u0085",
            "\\u0022",
            "\\n",
            "\" )\nthen\n System.setProperty(\"rapport.hacked\",\"yes\"); end\nrule \"x\" when Facts( f0 == \"",
            "end rule",
            "\nend\nrule \"y\" when eval(true) then java.lang.Runtime.getRuntime().exec(\"touch x\"); end\n",
            "\" || true || \"",
            "\" || System.setProperty(\"rapport.hacked\", \"yes\") == null || \"",
            "#{Runtime.getRuntime()}",
            "@{System.setProperty('rapport.hacked','yes')}",
            "${x}",
            "/* */ //",
            "// x",
            "# x",
            "<!-- ]]> -->",
            "null",
            "true",
            "0x1F",
            "1e5B",
            "$x : ",
            "end",
            "function void f() {}",
            "\t",
            "%s%n",
            "😀",
            "\uFEFF",
            "٣");

    @Property(tries = 120)
    void compilesAndMatchesItselfAndNothingElse(@ForAll("texts") String typed) {
        CompiledRules rules = new RuleCompiler().compile(1, named(typed));
        FieldValue itself = FieldValue.text(typed);
        assertThat(matching(rules, typed))
                .as(codes(typed))
                .containsExactly("is", "contains", "starts", "ends", "among", "any");
        // A near miss: one more character before and after.
        assertThat(matching(rules, "~" + typed + "~")).containsExactly("contains", "any", "is not", "lacks start");
        // A miss: everything but the last character.
        String folded = ((FieldValue.Text) itself).folded();
        assertThat(matching(rules, "~" + folded.substring(0, folded.length() - 1)))
                .contains("is not")
                .doesNotContain("is", "among");
        assertThat(System.getProperty("rapport.hacked")).isNull();
    }

    /** Characters that no report can show. */
    private static String codes(String text) {
        return text.chars().mapToObj("%04X"::formatted).collect(Collectors.joining(" "));
    }

    private static List<Rule> named(String typed) {
        List<Rule> rules = new ArrayList<>();
        rules.add(rule(typed, "is", Operator.IS));
        rules.add(rule(typed, "contains", Operator.CONTAINS));
        rules.add(rule(typed, "starts", Operator.STARTS_WITH));
        rules.add(rule(typed, "ends", Operator.ENDS_WITH));
        rules.add(rule(typed, "among", Operator.IS_ONE_OF));
        rules.add(rule(typed, "any", Operator.CONTAINS_ANY_OF));
        rules.add(rule(typed, "is not", Operator.IS_NOT));
        rules.add(new RuleNamed(typed, new Condition.Not(test(typed, Operator.STARTS_WITH))).rule("lacks start"));
        return rules;
    }

    /** The rule's own name is nasty, too; what tells it apart stands in its description. */
    private record RuleNamed(String name, Condition when) {
        Rule rule(String description) {
            Rule plain = Rules.rule(name, when);
            return new Rule(UUID.randomUUID(), name, description, plain.event(), true, false, when, plain.then());
        }
    }

    private static Rule rule(String typed, String description, Operator operator) {
        return new RuleNamed(typed, test(typed, operator)).rule(description);
    }

    private static Condition test(String typed, Operator operator) {
        return Rules.test(Rules.TEXT, operator, new Operand.Text(typed));
    }

    private static List<String> matching(CompiledRules rules, String message) {
        FieldValue text = FieldValue.text(message);
        return rules.matching(Use.MESSAGE_RECEIVED, new FieldValues(Map.of("message.text", text)), Set.of()).stream()
                .map(Rule::description)
                .toList();
    }

    /** Half characters, control characters and blanks are refused before they become a condition. */
    private static boolean isAccepted(String typed) {
        Findings findings = new Findings();
        new ConditionReader(Rules.FIELDS, new LabelsInMemory())
                .read(ConditionWriter.write(test(typed, Operator.IS)), "when", Use.MESSAGE_RECEIVED, findings);
        return !findings.refused();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(NASTY)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(8)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMaxLength(8)));
        return pieces.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(list -> String.join("", list))
                .filter(InjectionPropertyTest::isAccepted);
    }
}
