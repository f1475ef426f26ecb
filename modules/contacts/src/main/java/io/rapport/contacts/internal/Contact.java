package io.rapport.contacts.internal;

import io.rapport.events.ContactId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;

/**
 * The customer: made by the first message of a visitor nobody knows, called 'Visitor' and a number until a name is
 * known, and edited by agents one at a time (optimistic locking). One that turns out to be somebody else already known
 * becomes part of that one, and stands by itself again should that have been a mistake.
 */
@Entity
@Table(schema = "contacts", name = "contact")
public class Contact {

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private long number;

    @Column(name = "realm_id", updatable = false)
    private UUID realm;

    private String name;

    private String email;

    @Column(name = "email_folded")
    private String emailFolded;

    private String phone;

    private boolean verified;

    @Column(name = "merged_into")
    @Convert(converter = ContactColumn.class)
    private ContactId mergedInto;

    @Version
    private long version;

    protected Contact() {}

    UUID id() {
        return id;
    }

    /** The contact that this one has become part of; null while it stands by itself. */
    ContactId mergedInto() {
        return mergedInto;
    }

    boolean verified() {
        return verified;
    }

    /** A signed token named it, or all that did is gone with a merge that was undone. */
    void verify(boolean proven) {
        verified = proven;
    }

    /** It becomes part of another one. */
    void mergeInto(Contact other) {
        mergedInto = new ContactId(other.id);
        other.verified |= verified;
    }

    /** It stands by itself again. */
    void separate(boolean proven) {
        mergedInto = null;
        verified = proven;
    }

    UUID realm() {
        return realm;
    }

    long version() {
        return version;
    }

    String displayName() {
        return DisplayName.of(name, number);
    }

    /** Shows another value of one of the built-in attributes; null where nothing is known. */
    void show(String key, String value) {
        switch (key) {
            case "name" -> name = value;
            case "email" -> {
                email = value;
                emailFolded = value == null ? null : value.toLowerCase(Locale.ROOT);
            }
            case "phone" -> phone = value;
            default -> throw new IllegalArgumentException(key);
        }
    }
}
