package io.rapport.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a field is compared. A negative operator is the negation of its positive; a positive one on nothing is false, so a
 * negative one on nothing is true.
 */
public enum Operator {
    IS("is", "is", Arity.ONE),
    IS_NOT("isNot", "is not", IS),
    IS_ONE_OF("isOneOf", "is one of", Arity.SEVERAL),
    IS_NONE_OF("isNoneOf", "is none of", IS_ONE_OF),
    CONTAINS("contains", "contains", Arity.ONE),
    CONTAINS_WORD("containsWord", "contains the word", Arity.ONE),
    CONTAINS_ANY_OF("containsAnyOf", "contains any of", Arity.SEVERAL),
    STARTS_WITH("startsWith", "starts with", Arity.ONE),
    ENDS_WITH("endsWith", "ends with", Arity.ONE),
    IS_PRESENT("isPresent", "is present", Arity.NONE),
    IS_EMPTY("isEmpty", "is empty", IS_PRESENT),
    LT("lt", "is less than", Arity.ONE),
    LTE("lte", "is at most", Arity.ONE),
    GT("gt", "is greater than", Arity.ONE),
    GTE("gte", "is at least", Arity.ONE),
    /** Both ends included. */
    BETWEEN("between", "is between", Arity.RANGE),
    BEFORE("before", "is before", Arity.ONE),
    AFTER("after", "is after", Arity.ONE),
    /** Not longer ago than that, and not in the future. */
    IN_THE_LAST("inTheLast", "is in the last", Arity.ONE),
    HAS_LABEL("hasLabel", "has the label", Arity.ONE),
    HAS_SCOPE("hasScope", "has a label of the scope", Arity.ONE);

    /** How many values an operator compares with. */
    public enum Arity {
        NONE,
        ONE,
        /** One or more, as an array. */
        SEVERAL,
        /** Two, the lower first, as an array. */
        RANGE
    }

    private final String token;
    private final String phrase;
    private final Arity arity;
    private final Operator positive;

    Operator(String token, String phrase, Arity arity) {
        this.token = token;
        this.phrase = phrase;
        this.arity = arity;
        this.positive = this;
    }

    Operator(String token, String phrase, Operator positive) {
        this.token = token;
        this.phrase = phrase;
        this.arity = positive.arity;
        this.positive = positive;
    }

    /** The word that the API and the database use. */
    public String token() {
        return token;
    }

    /** How it reads in a sentence. */
    public String phrase() {
        return phrase;
    }

    public Arity arity() {
        return arity;
    }

    /** The operator of which this is the negation; itself when it is none. */
    public Operator positive() {
        return positive;
    }

    /** Whether it is the negation of another operator, and so true when nothing is known. */
    public boolean isNegative() {
        return positive != this;
    }

    /** The operator of a token; empty for an unknown word. */
    public static Optional<Operator> of(String token) {
        return Arrays.stream(values())
                .filter(operator -> operator.token.equals(token))
                .findFirst();
    }
}
