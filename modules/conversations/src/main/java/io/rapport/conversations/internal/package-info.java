/** How conversations are kept, written to, read and changed. */
package io.rapport.conversations.internal;
