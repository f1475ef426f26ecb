package io.rapport.desk.internal.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of the inbox list as it is stored. */
record InboxRow(
        UUID conversation,
        long number,
        UUID site,
        UUID contact,
        String contactName,
        String country,
        String status,
        Instant activeAt,
        String lastText,
        String lastAuthorKind,
        String lastAuthorName,
        boolean unread,
        Instant waitingSince,
        List<UUID> labels) {}
