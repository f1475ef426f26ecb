package io.rapport.labelling.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.vocabulary.Findings;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rules in JSON")
class RuleReaderTest {

    private static final String WHEN = "'when':{'field':'contact.name','op':'isPresent'}";
    private static final String THEN = "'then':[{'addLabel':'vip'}]";

    private final LabelsInMemory labels = new LabelsInMemory("vip", "refund request");

    @BeforeEach
    void addLabels() {
        labels.add(new LabelCard(
                new LabelId(new UUID(7, 9)),
                "contacts only",
                "#336699",
                "",
                Set.of(Subject.Kind.CONTACT),
                false,
                null));
        labels.add(new LabelCard(new LabelId(new UUID(7, 8)), "old", "#336699", "", LabelsInMemory.BOTH, true, null));
    }

    @Test
    void becomeRulesWithIdsForTheirLabels() {
        Findings findings = new Findings();
        List<Rule> rules = read(
                "[{'id':'0190a0a0-0000-7000-8000-000000000001','name':' Refunds ','event':'messageReceived','stop':true,'enabled':false,"
                        + "'when':{'field':'message.text','op':'contains','value':'refund'},"
                        + "'then':[{'addLabel':'Refund Request'},{'removeLabel':'vip','of':'contact'}]}]",
                findings);
        assertThat(findings.all()).isEmpty();
        assertThat(RuleWriter.write(rules))
                .isEqualTo(Bench.json("""
                [{'id':'0190a0a0-0000-7000-8000-000000000001','name':'Refunds','description':'','event':'messageReceived',
                  'enabled':false,'stop':true,'when':{'field':'message.text','op':'contains','value':'refund'},
                  'then':[{'addLabel':'%s'},{'removeLabel':'%s','of':'contact'}]}]""".formatted(labels.id("refund request"), labels.id("vip"))));
        assertThat(new RuleSentence(labels).of(rules.get(0)))
                .isEqualTo(
                        "when the message contains \"refund\" then add label \"refund request\" and remove label \"vip\""
                                + " from the contact");
    }

    @Test
    void areReadAgainAsTheyWereWritten() {
        List<Rule> rules =
                read("[{'name':'a','event':'conversationCreated'," + WHEN + "," + THEN + "}]", new Findings());
        assertThat(read(RuleWriter.write(rules).toString(), new Findings())).isEqualTo(rules);
        assertThat(read("[" + RuleWriter.write(rules.get(0), "when …") + "]", new Findings()))
                .as("the sentence that comes with an answer may come back")
                .isEqualTo(rules);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                  | rules: must be an array of rules
            [7]                                                                 | rules[0]: must be an object
            [{'event':'messageReceived',W,T}]                                   | rules[0].name: is required
            [{'name':7,'event':'messageReceived',W,T}]                          | rules[0].name: must be a text
            [{'name':'a','event':'messageReceived',W,T,'color':1}]              | rules[0].color: is not known
            [{'name':'a',W,T}]                                                  | rules[0].event: is required
            [{'name':'a','event':null,W,T}]                                     | rules[0].event: is required
            [{'name':null,'event':'messageReceived',W,T}]                       | rules[0].name: is required
            [{'name':' ','event':'messageReceived',W,T}]                        | rules[0].name: is required
            [{'name':'a','event':'idle',W,T}]                                   | rules[0].event: is not possible yet: rules wait for conversationCreated and messageReceived
            [{'name':'a','event':'full moon',W,T}]                              | rules[0].event: is not known: rules wait for conversationCreated and messageReceived
            [{'name':'a','event':'messageReceived','stop':'yes',W,T}]           | rules[0].stop: must be true or false
            [{'id':'7','name':'a','event':'messageReceived',W,T}]               | rules[0].id: must be a UUID
            [{'name':'a','event':'messageReceived',T}]                          | rules[0].when: is required
            [{'name':'a','event':'messageReceived',W}]                          | rules[0].then: must be an array of 1 to 20 actions
            [{'name':'a','event':'messageReceived',W,'then':[]}]                | rules[0].then: must be an array of 1 to 20 actions
            [{'name':'a','event':'messageReceived',W,'then':[{}]}]              | rules[0].then[0]: must have either addLabel or removeLabel
            [{'name':'a','event':'messageReceived',W,'then':[{'addLabel':null}]}] | rules[0].then[0].addLabel: is required
            [{'name':'a','event':'messageReceived',W,'then':[{'addLabel':'vib'}]}] | rules[0].then[0].addLabel: unknown label "vib"; did you mean "vip"?
            [{'name':'a','event':'messageReceived',W,'then':[{'addLabel':'vip','of':'site'}]}] | rules[0].then[0].of: must be conversation or contact
            [{'name':'a','event':'messageReceived',W,'then':[{'addLabel':'contacts only'}]}] | rules[0].then[0].addLabel: cannot be put on a conversation
            [{'name':'a','event':'conversationCreated','when':{'any':[{'field':'message.text','op':'is','value':'x'}]},T}] | rules[0].when.any[0].field: message.text can be used with messageReceived only, not with conversationCreated
            """)
    void sayWhatIsWrongAndWhere(String json, String error) {
        Findings findings = new Findings();
        assertThat(read(json.replace("W", WHEN).replace("T", THEN), findings)).isEmpty();
        assertThat(findings.errors())
                .extracting(finding -> finding.field() + ": " + finding.message())
                .containsExactly(error);
    }

    @Test
    void warnOfArchivedLabels() {
        Findings findings = new Findings();
        assertThat(read("[{'name':'a','event':'messageReceived'," + WHEN + ",'then':[{'addLabel':'old'}]}]", findings))
                .hasSize(1);
        assertThat(findings.all())
                .extracting(finding -> finding.message())
                .containsExactly("is archived and will not be put on");
    }

    @Test
    void haveIdsOfTheirOwn() {
        String rule = "{'id':'0190a0a0-0000-7000-8000-000000000001','name':'a','event':'messageReceived'," + WHEN + ","
                + THEN + "}";
        Findings findings = new Findings();
        read("[" + rule + "," + rule + "]", findings);
        assertThat(findings.errors()).extracting(finding -> finding.field()).containsExactly("rules[1].id");
    }

    @Test
    void areAThousandAtMost() {
        String rule = "{'name':'a','event':'messageReceived'," + WHEN + "," + THEN + "}";
        Findings findings = new Findings();
        assertThat(read("[" + String.join(",", Collections.nCopies(1_000, rule)) + "]", findings))
                .hasSize(1_000);
        read("[" + String.join(",", Collections.nCopies(1_001, rule)) + "]", findings);
        assertThat(findings.errors())
                .extracting(finding -> finding.message())
                .containsExactly("must have at most 1000 rules");
    }

    private List<Rule> read(String json, Findings findings) {
        return new RuleReader(new AttributesInMemory(), labels).read(Bench.json(json), findings);
    }
}
