package io.rapport.vocabulary;

import static io.rapport.vocabulary.Operator.AFTER;
import static io.rapport.vocabulary.Operator.BEFORE;
import static io.rapport.vocabulary.Operator.BETWEEN;
import static io.rapport.vocabulary.Operator.CONTAINS;
import static io.rapport.vocabulary.Operator.CONTAINS_ANY_OF;
import static io.rapport.vocabulary.Operator.CONTAINS_WORD;
import static io.rapport.vocabulary.Operator.ENDS_WITH;
import static io.rapport.vocabulary.Operator.GT;
import static io.rapport.vocabulary.Operator.GTE;
import static io.rapport.vocabulary.Operator.HAS_LABEL;
import static io.rapport.vocabulary.Operator.HAS_SCOPE;
import static io.rapport.vocabulary.Operator.IN_THE_LAST;
import static io.rapport.vocabulary.Operator.IS;
import static io.rapport.vocabulary.Operator.IS_EMPTY;
import static io.rapport.vocabulary.Operator.IS_NONE_OF;
import static io.rapport.vocabulary.Operator.IS_NOT;
import static io.rapport.vocabulary.Operator.IS_ONE_OF;
import static io.rapport.vocabulary.Operator.IS_PRESENT;
import static io.rapport.vocabulary.Operator.LT;
import static io.rapport.vocabulary.Operator.LTE;
import static io.rapport.vocabulary.Operator.STARTS_WITH;

import java.util.List;

/** What kind of value a field has, and so which operators it takes. */
public enum ValueType {
    /** Free text, compared folded. */
    TEXT(
            "text",
            IS,
            IS_NOT,
            IS_ONE_OF,
            IS_NONE_OF,
            CONTAINS,
            CONTAINS_WORD,
            CONTAINS_ANY_OF,
            STARTS_WITH,
            ENDS_WITH,
            IS_EMPTY,
            IS_PRESENT),
    /** One of a list of words, compared folded. */
    CHOICE("choice", IS, IS_NOT, IS_ONE_OF, IS_NONE_OF, IS_EMPTY, IS_PRESENT),
    /** A decimal number. */
    NUMBER("number", IS, IS_NOT, IS_ONE_OF, IS_NONE_OF, LT, LTE, GT, GTE, BETWEEN, IS_EMPTY, IS_PRESENT),
    /** An amount in a currency; amounts of different currencies are neither equal nor one above the other. */
    CURRENCY("currency", IS, IS_NOT, LT, LTE, GT, GTE, BETWEEN, IS_EMPTY, IS_PRESENT),
    /** A day of the calendar. */
    DATE("date", IS, IS_NOT, BEFORE, AFTER, BETWEEN, IN_THE_LAST, IS_EMPTY, IS_PRESENT),
    /** A moment. */
    DATE_TIME("dateTime", BEFORE, AFTER, BETWEEN, IN_THE_LAST, IS_EMPTY, IS_PRESENT),
    BOOLEAN("boolean", IS, IS_NOT, IS_EMPTY, IS_PRESENT),
    /** Some of a list of words, compared folded. */
    CHOICES("choices", CONTAINS, CONTAINS_ANY_OF, IS_EMPTY, IS_PRESENT),
    /** The labels on something; no labels is 'nothing'. */
    LABELS("labels", HAS_LABEL, HAS_SCOPE, IS_EMPTY, IS_PRESENT);

    private final String token;
    private final List<Operator> operators;

    ValueType(String token, Operator... operators) {
        this.token = token;
        this.operators = List.of(operators);
    }

    /** The word that the API uses. */
    public String token() {
        return token;
    }

    /** The operators that make sense, in the order in which a form offers them. */
    public List<Operator> operators() {
        return operators;
    }
}
