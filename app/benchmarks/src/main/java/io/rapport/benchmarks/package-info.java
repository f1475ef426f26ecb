/**
 * Benchmarks on the real product, with client, database and server on one machine. Each prints its figure beside a
 * calibration of the same minute, since only their ratio says anything on a machine that others use, too.
 */
package io.rapport.benchmarks;
