package io.rapport.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A condition in JSON")
class ConditionReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'message.text','op':'contains','value':'refund'}",
                "{'all':[{'field':'contact.verified','op':'is','value':true},{'not':{'field':'time.hour','op':'between','value':[8,17.5]}}]}",
                "{'any':[{'field':'session.city','op':'isEmpty'},{'field':'session.country','op':'isNoneOf','value':['VN','TH']}]}",
                "{'field':'conversation.labels','op':'hasLabel','value':'00000000-0000-0000-0000-000000000001'}",
                "{'field':'contact.labels','op':'hasScope','value':'priority'}",
                "{'field':'contact.attributes.plan','op':'is','value':'Gold'}",
                "{'field':'conversation.attributes.total','op':'gt','value':{'amount':'12.50','currency':'EUR'}}",
                "{'field':'contact.attributes.birthday','op':'between','value':['2026-05-01','2026-06-01']}",
                "{'field':'contact.attributes.birthday','op':'inTheLast','value':'P2W'}",
                "{'field':'contact.attributes.renewal','op':'before','value':'2026-05-01T12:00:00Z'}",
                "{'field':'contact.attributes.renewal','op':'inTheLast','value':'PT45M'}",
                "{'field':'contact.attributes.interests','op':'containsAnyOf','value':['Tea','Coffee']}"
            })
    void writesWhatItRead(String json) {
        assertThat(ConditionWriter.write(Read.condition(json))).isEqualTo(Read.json(json));
    }

    @Test
    void findsALabelByItsName() {
        assertThat(ConditionWriter.write(Read.condition("{'field':'contact.labels','op':'hasLabel','value':'VIP'}")))
                .isEqualTo(
                        Read.json("{'field':'contact.labels','op':'hasLabel','value':'" + Catalogues.VIP.id() + "'}"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                                                      | when: is required
            []                                                                        | when: must be an object
            {}                                                                        | when: must have exactly one of all, any, not; or field and op
            {'all':[]}                                                                | when.all: must have at least one condition
            {'all':{}}                                                                | when.all: must be an array of conditions
            {'none':[]}                                                               | when.none: is not known; a condition has all, any, not; or field and op
            {'all':[{'field':'session.city','op':'isEmpty'},{'field':'message.text','op':'contain','value':'x'}]} | when.all[1].op: unknown operator "contain"; did you mean "contains"?
            {'field':'mesage.text','op':'contains','value':'x'}                       | when.field: unknown field "mesage.text"; did you mean "message.text"?
            {'field':'contact.attributes.name','op':'is','value':'x'}                 | when.field: unknown field "contact.attributes.name"; did you mean "contact.name"?
            {'field':'contact.attributes.paln','op':'is','value':'x'}                 | when.field: unknown field "contact.attributes.paln"; did you mean "contact.attributes.plan"?
            {'field':7,'op':'is','value':'x'}                                         | when.field: must be a text
            {'op':'is','value':'x'}                                                   | when.field: is required
            {'field':'message.text','value':'x'}                                      | when.op: is required
            {'field':'message.text','op':'is','value':'x','case':true}                | when.case: is not known
            {'field':'message.text','op':'is','value':7}                              | when.value: must be a text
            {'field':'message.text','op':'is'}                                        | when.value: is required
            {'field':'message.text','op':'is','value':' '}                            | when.value: must have something to compare: letters, digits or signs
            {'field':'message.text','op':'containsWord','value':'!?'}                 | when.value: must have a letter or a digit; 'contains' looks for signs
            {'field':'message.text','op':'containsAnyOf','value':'x'}                 | when.value: must be an array of values
            {'field':'message.text','op':'containsAnyOf','value':[]}                  | when.value: must have 1 to 100 values
            {'field':'message.text','op':'containsAnyOf','value':['a',3]}             | when.value[1]: must be a text
            {'field':'message.text','op':'isEmpty','value':'x'}                       | when.value: isEmpty takes no value
            {'field':'message.text','op':'is','value':'\\u0000'}                      | when.value: must not contain control characters or half characters
            {'field':'message.text','op':'is','value':'\\ud800'}                      | when.value: must not contain control characters or half characters
            {'field':'time.hour','op':'is','value':'9'}                               | when.value: must be a number
            {'field':'time.hour','op':'is','value':1e999999999}                       | when.value: must have at most 40 digits on each side
            {'field':'time.hour','op':'between','value':[9]}                          | when.value: must have 2 values
            {'field':'time.hour','op':'between','value':[17,9]}                       | when.value: must have the lower value first
            {'field':'contact.verified','op':'is','value':'yes'}                      | when.value: must be true or false
            {'field':'contact.verified','op':'contains','value':'yes'}                | when.op: contains does not fit contact.verified, a boolean; one of is, isNot, isEmpty, isPresent does
            {'field':'time.weekday','op':'is','value':'tuseday'}                      | when.value: "tuseday" is no value of the weekday; one of monday, tuesday, wednesday, thursday, friday, saturday, sunday is
            {'field':'session.country','op':'is','value':'Vietnam'}                   | when.value: "Vietnam" is no value of the country
            {'field':'conversation.attributes.total','op':'gt','value':5}             | when.value: must be an amount with its currency such as EUR 12.50
            {'field':'conversation.attributes.total','op':'gt','value':{'amount':5}}  | when.value: must be an amount with its currency such as EUR 12.50
            {'field':'conversation.attributes.total','op':'between','value':['EUR 1','USD 5']} | when.value: must have two amounts in one currency
            {'field':'conversation.attributes.total','op':'between','value':['EUR 5','EUR 1']} | when.value: must have the lower value first
            {'field':'contact.attributes.birthday','op':'is','value':'2026-02-30'}    | when.value: must be a date such as 2026-05-01
            {'field':'contact.attributes.birthday','op':'inTheLast','value':'PT5H'}   | when.value: must be days or weeks such as P30D or P2W
            {'field':'contact.attributes.renewal','op':'after','value':'2026-05-01'}  | when.value: must be a time with its offset such as 2026-05-01T12:00:00+07:00
            {'field':'contact.attributes.renewal','op':'inTheLast','value':'P0D'}     | when.value: must be a length such as P30D, PT12H
            {'field':'contact.attributes.interests','op':'contains','value':'Wine'}   | when.value: "Wine" is no value of the contact's "Interests"; one of Tea, Coffee, Trà đá is
            {'field':'contact.labels','op':'hasLabel','value':'vib'}                  | when.value: unknown label "vib"; did you mean "vip"?
            {'field':'contact.labels','op':'hasLabel','value':'00000000-0000-0000-0000-00000000000f'} | when.value: unknown label "00000000-0000-0000-0000-00000000000f"
            """)
    void saysWhatIsWrongAndWhere(String json, String error) {
        assertThat(Read.errors(json)).containsExactly(error);
    }

    @Test
    void namesAllErrorsAtOnce() {
        assertThat(Read.errors("{'all':[{'field':'a','op':'b'},{'not':{'field':'time.hour','op':'is','value':'x'}}]}"))
                .extracting(error -> error.split(":")[0])
                .containsExactly("when.all[0].field", "when.all[0].op", "when.all[1].not.value");
    }

    @Test
    void isUsedOnlyWhereItsFieldsHaveValues() {
        Findings findings = new Findings();
        new ConditionReader(Catalogues.fields(), Catalogues.labels())
                .read(
                        Read.json("{'field':'message.text','op':'is','value':'x'}"),
                        "when",
                        Use.CONVERSATION_CREATED,
                        findings);
        assertThat(findings.errors())
                .extracting(Finding::message)
                .containsExactly("message.text can be used with messageReceived only, not with conversationCreated");
    }

    @Test
    void warnsOfNegativesThatAreTrueOfNothing() {
        Findings findings = new Findings();
        Read.condition("{'field':'session.country','op':'isNot','value':'VN'}", findings);
        assertThat(findings.refused()).isFalse();
        assertThat(findings.all())
                .containsExactly(new Finding(
                        Finding.Severity.WARNING, "when.op", "also true when nothing is known about the country"));
    }

    @Test
    void nestsFiveDeepAndNoDeeper() {
        String test = "{'field':'session.city','op':'isEmpty'}";
        assertThat(Read.errors("{'not':".repeat(5) + test + "}".repeat(5))).isEmpty();
        assertThat(Read.errors("{'not':".repeat(6) + test + "}".repeat(6)))
                .containsExactly("when.not.not.not.not.not: is nested more than 5 deep");
    }

    @Test
    void hasAHundredTestsAndNoMore() {
        String test = "{'field':'session.city','op':'isEmpty'}";
        assertThat(Read.errors("{'all':[" + String.join(",", Collections.nCopies(100, test)) + "]}"))
                .isEmpty();
        assertThat(Read.errors("{'all':[" + String.join(",", Collections.nCopies(101, test)) + "]}"))
                .containsExactly("when: has 101 tests, more than 100");
    }

    @Test
    void comparesWithAHundredValuesOfAThousandCharactersAndNoMore() {
        String test = "{'field':'session.city','op':'isOneOf','value':[%s]}";
        String longest = "'" + "x".repeat(1_000) + "'";
        assertThat(Read.errors(test.formatted(String.join(",", Collections.nCopies(100, longest)))))
                .isEmpty();
        assertThat(Read.errors(test.formatted(String.join(",", Collections.nCopies(101, longest)))))
                .containsExactly("when.value: must have 1 to 100 values");
        assertThat(Read.errors(test.formatted("'" + "x".repeat(1_001) + "'")))
                .containsExactly("when.value[0]: must have 1 to 1000 characters");
    }
}
