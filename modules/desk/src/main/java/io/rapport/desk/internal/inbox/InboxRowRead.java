package io.rapport.desk.internal.inbox;

import java.util.UUID;

/** The team read a conversation: its row is no longer bold. Of interest to screens only. */
public record InboxRowRead(UUID conversation) {}
