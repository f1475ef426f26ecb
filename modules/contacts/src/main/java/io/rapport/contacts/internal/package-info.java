/** How contacts are found, kept, shown and changed. */
package io.rapport.contacts.internal;
