package io.rapport.access;

import java.util.List;

/**
 * What an API token may do, by the names that stand in {@code @RolesAllowed} beside the roles of agents. A token needs
 * <em>every</em> scope that a call names: one that answers with a contact asks to read contacts, whatever else it does. A
 * call that names none is for who signs in, and says so by {@link SignedInOnly}.
 */
public final class Scopes {

    /** Contacts with their attributes and labels. */
    public static final String CONTACTS_READ = "contacts:read";

    /** Names, e-mail addresses, phone numbers, attributes and labels of contacts. */
    public static final String CONTACTS_WRITE = "contacts:write";

    /** Conversations with their messages, private notes included, and the customers' names in the list. */
    public static final String CONVERSATIONS_READ = "conversations:read";

    /** Status, attributes and labels of conversations, and no word to the customer. */
    public static final String CONVERSATIONS_WRITE = "conversations:write";

    /** Answers to customers, and private notes. */
    public static final String MESSAGES_WRITE = "messages:write";

    /** Labels, attribute definitions and sites: what there is to choose from. */
    public static final String SETTINGS_READ = "settings:read";

    /** New labels, attribute definitions and sites. */
    public static final String SETTINGS_WRITE = "settings:write";

    /** The labelling rules and their revisions; what is wrong with rules that one would like to have. */
    public static final String RULES_READ = "rules:read";

    /** Other labelling rules in force. */
    public static final String RULES_PUBLISH = "rules:publish";

    /** How plugins and the outbox are doing: for monitoring. */
    public static final String OPERATIONS_READ = "operations:read";

    /** Stuck deliveries of the outbox, tried again. */
    public static final String OPERATIONS_WRITE = "operations:write";

    /** All of them, in the order in which people are shown them. */
    public static final List<String> ALL = List.of(
            CONTACTS_READ,
            CONTACTS_WRITE,
            CONVERSATIONS_READ,
            CONVERSATIONS_WRITE,
            MESSAGES_WRITE,
            SETTINGS_READ,
            SETTINGS_WRITE,
            RULES_READ,
            RULES_PUBLISH,
            OPERATIONS_READ,
            OPERATIONS_WRITE);

    private Scopes() {}
}
