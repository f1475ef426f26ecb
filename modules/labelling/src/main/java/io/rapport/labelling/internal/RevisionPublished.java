package io.rapport.labelling.internal;

/**
 * A revision was published in the running transaction; for this module only.
 *
 * @param compiled its rules, ready to be put in force once the transaction succeeded
 */
record RevisionPublished(CompiledRules compiled) {}
