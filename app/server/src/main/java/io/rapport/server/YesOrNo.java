package io.rapport.server;

import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.adapter.JsonbAdapter;

/** Only true and false are yes and no: JSON-B takes any text for false, and a note that is 'yes' private would be posted. */
public final class YesOrNo implements JsonbAdapter<Boolean, JsonValue> {

    @Override
    public JsonValue adaptToJson(Boolean value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    @Override
    public Boolean adaptFromJson(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return null;
        }
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new JsonbException("Neither true nor false");
        };
    }
}
