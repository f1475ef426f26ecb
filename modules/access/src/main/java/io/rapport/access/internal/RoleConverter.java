package io.rapport.access.internal;

import io.rapport.access.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a role as the word that the API uses, too. */
@Converter(autoApply = true)
public class RoleConverter implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.token();
    }

    @Override
    public Role convertToEntityAttribute(String token) {
        return token == null ? null : Role.of(token);
    }
}
