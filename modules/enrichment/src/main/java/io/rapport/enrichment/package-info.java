/**
 * Finds attribute plugins, keeps each in a class loader and threads of its own, and asks them what they know.
 *
 * <p>Its face tells how the plugins are doing. What they supply reaches other modules as {@code ValuesSupplied}.
 */
package io.rapport.enrichment;
