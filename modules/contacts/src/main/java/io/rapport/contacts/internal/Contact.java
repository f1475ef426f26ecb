package io.rapport.contacts.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;

/**
 * The customer: made by the first message of a visitor nobody knows, called 'Visitor' and a number until a name is
 * known, and edited by agents one at a time (optimistic locking).
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

    @Version
    private long version;

    protected Contact() {}

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
