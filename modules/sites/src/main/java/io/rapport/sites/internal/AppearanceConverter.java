package io.rapport.sites.internal;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** Appearance ↔ jsonb. */
@Converter
public class AppearanceConverter implements AttributeConverter<Appearance, Object> {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Override
    public Object convertToDatabaseColumn(Appearance appearance) {
        try {
            PGobject column = new PGobject();
            column.setType("jsonb");
            column.setValue(JSON.toJson(appearance));
            return column;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Appearance convertToEntityAttribute(Object column) {
        return JSON.fromJson(column.toString(), Appearance.class);
    }
}
