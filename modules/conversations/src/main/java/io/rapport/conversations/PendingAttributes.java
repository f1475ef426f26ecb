package io.rapport.conversations;

import java.util.Set;

/**
 * Asked when a conversation begins: which attributes of it and of its contact will somebody still supply? Implemented
 * above, collected by CDI.
 */
public interface PendingAttributes {

    /** What each provider that will be asked may bring; never null. */
    Set<OwedAttribute> ofNewConversation();
}
