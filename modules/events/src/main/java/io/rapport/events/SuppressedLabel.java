package io.rapport.events;

/**
 * A label that was proposed and not put on.
 *
 * @param label which
 * @param ruleId the rule that proposed it
 * @param reason override, agent, token, order or archived
 * @param by the id of what stood in the way: a rule, an agent, a token or a label; null where nothing did
 */
public record SuppressedLabel(LabelId label, String ruleId, String reason, String by) {}
