package io.rapport.contacts.internal;

import io.rapport.events.ContactId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** A contact's id, or none, in a column of uuid: EclipseLink's own way with UUIDs has no answer to null. */
@Converter
public class ContactColumn implements AttributeConverter<ContactId, Object> {

    @Override
    public Object convertToDatabaseColumn(ContactId contact) {
        return contact == null ? null : contact.value();
    }

    @Override
    public ContactId convertToEntityAttribute(Object column) {
        return column == null ? null : new ContactId(UUID.fromString(column.toString()));
    }
}
