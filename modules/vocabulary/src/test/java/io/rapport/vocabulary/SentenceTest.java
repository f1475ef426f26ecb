package io.rapport.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A condition in words")
class SentenceTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'all':[{'field':'message.text','op':'contains','value':'refund'},{'field':'session.country','op':'isOneOf','value':['VN','TH']}]} | the message contains "refund" and the country is one of "VN", "TH"
            {'any':[{'field':'session.city','op':'isEmpty'},{'all':[{'field':'time.hour','op':'between','value':[8,17]},{'field':'time.weekday','op':'isNot','value':'sunday'}]}]} | the city is empty or (the hour of the day is between 8 and 17 and the weekday is not "sunday")
            {'not':{'field':'conversation.labels','op':'hasLabel','value':'vip'}} | not (the conversation has the label "vip")
            {'all':[{'field':'contact.labels','op':'isEmpty'},{'field':'site.labels','op':'isPresent'},{'field':'contact.labels','op':'hasScope','value':'priority'}]} | the contact has no label and the site has a label and the contact has a label of the scope "priority"
            {'all':[{'field':'contact.attributes.newsletter','op':'is','value':true}]} | the contact's "Newsletter" is yes
            {'field':'conversation.attributes.amount','op':'gte','value':1e2} | the conversation's "Amount" is at least 100
            {'field':'message.text','op':'containsWord','value':'say \\"hi\\"'} | the message contains the word "say \\"hi\\""
            """)
    void readsAsPlainEnglish(String json, String sentence) {
        assertThat(new Sentence(Catalogues.labels()).of(Read.condition(json))).isEqualTo(sentence);
    }
}
