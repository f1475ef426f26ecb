/** Rules that put labels on conversations and contacts: published as revisions, evaluated per occasion by Drools. */
package io.rapport.labelling;
