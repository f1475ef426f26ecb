package io.rapport.desk.internal.inbox;

import io.rapport.events.LabelId;
import java.util.List;

/**
 * Which page of the inbox is asked for.
 *
 * @param status open, snoozed, resolved or finalised; null for all
 * @param labels labels that must all be on it
 * @param after the row that the page comes after; null for the first page
 * @param limit 1 to 100
 */
record InboxQuery(String status, List<LabelId> labels, Cursor after, int limit) {}
