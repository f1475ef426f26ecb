/**
 * The words in which people say when something shall happen: fields, operators, and conditions made of them; read from
 * JSON, written as JSON, as an English sentence and as a Drools pattern, and evaluated in memory. The one place that knows
 * what {@code contains} means.
 */
package io.rapport.vocabulary;
