/** What happened to a contact or a conversation, from all who know of it, as one list. */
package io.rapport.desk.internal.history;
