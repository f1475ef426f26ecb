package io.rapport.conversations;

import io.rapport.attributes.ShownValue;
import io.rapport.events.Source;
import io.rapport.events.Subject;

/**
 * An attribute that a provider was asked for when a conversation began, and has not answered yet.
 *
 * @param provider the provider's id, which is the source id of its values; has no blanks
 * @param subject contact or conversation
 * @param key the attribute's key
 */
public record OwedAttribute(String provider, Subject.Kind subject, String key) {

    /** Whether it is this attribute that is owed. */
    public boolean isOf(Subject.Kind kind, String attribute) {
        return subject == kind && key.equals(attribute);
    }

    /**
     * Whether the answer no longer matters for now: what is shown came from a stronger source, which a provider can't
     * replace, or from the provider itself, when it was asked before. What nobody has verified settles nothing.
     *
     * @param shown the attribute's shown value; null where it has none
     */
    public boolean isSettledBy(ShownValue shown) {
        if (shown == null || shown.unverified()) {
            return false;
        }
        return shown.pinned()
                || shown.source().rank() < Source.PLUGIN.rank()
                || shown.source() == Source.PLUGIN && shown.sourceId().equals(provider);
    }
}
