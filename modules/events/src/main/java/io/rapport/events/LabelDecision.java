package io.rapport.events;

/**
 * One action of one rule that matched.
 *
 * @param add true: put the label on; false: take it off
 * @param label which label
 * @param of CONVERSATION or CONTACT
 * @param rule which rule
 */
public record LabelDecision(boolean add, LabelId label, Subject.Kind of, RuleRef rule) {}
