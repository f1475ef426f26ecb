package io.rapport.contacts;

import io.rapport.events.ContactId;

/**
 * An unverified e-mail or phone that another contact of the realm holds too: 'says to be …'.
 *
 * @param field email or phone
 * @param value as it is kept on this contact
 * @param candidate the other contact
 * @param candidateName what screens call it
 */
public record Claim(String field, String value, ContactId candidate, String candidateName) {}
