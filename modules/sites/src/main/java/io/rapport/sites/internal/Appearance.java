package io.rapport.sites.internal;

import io.rapport.sites.PreChatField;
import java.util.List;
import java.util.UUID;

/** What visitors see of a site: kept together as one jsonb value, since it is read and written as a whole. */
public record Appearance(
        List<String> allowedDomains,
        String colour,
        String title,
        String greeting,
        String privacyNotice,
        List<PreChatField> preChat,
        List<UUID> labels) {}
