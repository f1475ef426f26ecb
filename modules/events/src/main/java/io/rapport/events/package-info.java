/**
 * The language between modules: events in the past tense, typed ids, and who did what. Depends on the JDK alone.
 *
 * <p>An event is learned in one of three lanes: together (plain {@code @Observes}, same transaction), afterwards (kept
 * by the outbox, {@code @Observes @AfterCommit}) or live ({@code AFTER_SUCCESS}, may be lost).
 */
package io.rapport.events;
