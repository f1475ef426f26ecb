package io.rapport.attributes.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.List;

/**
 * A list's options as jsonb. The driver hands out an object of its own for jsonb, whose text is the JSON; what it is given
 * is text, which the database takes for jsonb, since the connection leaves the type of strings open.
 */
@Converter
public class OptionsColumn implements AttributeConverter<List<String>, Object> {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Object convertToDatabaseColumn(List<String> options) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        options.forEach(array::add);
        return array.build().toString();
    }

    @Override
    public List<String> convertToEntityAttribute(Object column) {
        try (JsonReader reader = JSON.createReader(new StringReader(column.toString()))) {
            return reader.readArray().getValuesAs(JsonString::getString);
        }
    }
}
