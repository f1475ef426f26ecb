/**
 * Durable delivery after commit: an event is kept in the transaction in which it happened and brought to its observers
 * afterwards, in order per subject, with its database effects exactly once.
 *
 * <p>An event is fired plainly, inside a JTA transaction. Who wants to learn of it afterwards declares
 * {@link io.rapport.outbox.AfterCommit} on an observer, is a {@link io.rapport.outbox.BatchObserver} where a few statements
 * serve many events, or a {@link io.rapport.outbox.TwoStep} when there is slow outside work to do.
 * {@link io.rapport.outbox.Outbox} shows operators what waits and what is stuck.
 *
 * <p>Times are those of the servers' clocks. Where one is put back, rows and leases from before are not waited for until it
 * has caught up: each sweep makes due what is due more than 15 minutes later than its attempts explain.
 *
 * <p>Settings (MicroProfile Config), all optional:
 *
 * <table>
 *   <caption>Settings</caption>
 *   <tr><th>name</th><th>default</th><th>meaning</th></tr>
 *   <tr><td>{@code rapport.outbox.attempts}</td><td>10</td><td>attempts before a row is stuck, 1–100</td></tr>
 *   <tr><td>{@code rapport.outbox.sweep}</td><td>PT1S</td><td>how often to look for what was left behind, at least
 *       PT0.1S</td></tr>
 *   <tr><td>{@code rapport.outbox.workers}</td><td>2</td><td>threads for {@code @AfterCommit} observers, 1–64</td></tr>
 *   <tr><td>{@code rapport.outbox.two-step-workers}</td><td>4</td><td>threads for two-step work, 1–64</td></tr>
 *   <tr><td>{@code rapport.outbox.lease}</td><td>PT30S</td><td>how long two-step work may take before another worker
 *       begins it anew, at least PT1S</td></tr>
 *   <tr><td>{@code rapport.outbox.paused}</td><td>false</td><td>true: events are kept but not delivered until the next
 *       start without it; for maintenance</td></tr>
 * </table>
 */
package io.rapport.outbox;
