package io.rapport.tests;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds a value against a schema of a contract (OpenAPI 3.0), as strictly as a client that is generated from it. */
final class Conformity {
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonObject schemas;
    private final List<String> faults = new ArrayList<>();

    private Conformity(JsonObject schemas) {
        this.schemas = schemas;
    }

    /** What of the value is not as the schema says, each by its path; empty where all is. */
    static List<String> faults(JsonObject contract, JsonObject schema, JsonValue value) {
        Conformity conformity =
                new Conformity(contract.getJsonObject("components").getJsonObject("schemas"));
        conformity.check(schema, value, "");
        return conformity.faults;
    }

    private void check(JsonObject schema, JsonValue value, String path) {
        if (schema.containsKey("$ref")) {
            check(schemas.getJsonObject(schema.getString("$ref").replace(SCHEMAS, "")), value, path);
        } else if (value != JsonValue.NULL || !schema.getBoolean("nullable", false)) {
            parts(schema, "allOf").forEach(part -> check(part, value, path));
            List<JsonObject> choices = parts(schema, "oneOf");
            note(choices.isEmpty() || choices.stream().anyMatch(choice -> fits(choice, value)), path, "fits no choice");
            if (schema.containsKey("enum")) {
                note(schema.getJsonArray("enum").contains(value), path, "is no word of the list: " + value);
            }
            if (schema.containsKey("type")) {
                checkType(schema, value, path);
            }
        }
    }

    private boolean fits(JsonObject schema, JsonValue value) {
        Conformity choice = new Conformity(schemas);
        choice.check(schema, value, "");
        return choice.faults.isEmpty();
    }

    private void checkType(JsonObject schema, JsonValue value, String path) {
        switch (schema.getString("type")) {
            case "string" -> note(value instanceof JsonString, path, "is no text: " + value);
            case "boolean" ->
                note(value == JsonValue.TRUE || value == JsonValue.FALSE, path, "is no boolean: " + value);
            case "integer" ->
                note(value instanceof JsonNumber number && number.isIntegral(), path, "is no whole number: " + value);
            case "number" -> note(value instanceof JsonNumber, path, "is no number: " + value);
            case "array" -> array(schema, value, path);
            default -> object(schema, value, path);
        }
    }

    private void array(JsonObject schema, JsonValue value, String path) {
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                check(schema.getJsonObject("items"), array.get(i), path + "/" + i);
            }
        } else {
            note(false, path, "is no array: " + value);
        }
    }

    private void object(JsonObject schema, JsonValue value, String path) {
        if (!(value instanceof JsonObject object)) {
            note(false, path, "is no object: " + value);
            return;
        }
        if (schema.containsKey("required")) {
            schema.getJsonArray("required")
                    .getValuesAs(JsonString.class)
                    .forEach(name ->
                            note(object.containsKey(name.getString()), path + "/" + name.getString(), "is missing"));
        }
        JsonObject members = schema.getJsonObject("properties");
        if (members != null) {
            Set<String> known = members.keySet();
            object.forEach((name, member) -> {
                note(known.contains(name), path + "/" + name, "is not in the contract");
                if (known.contains(name)) {
                    check(members.getJsonObject(name), member, path + "/" + name);
                }
            });
        }
    }

    private static List<JsonObject> parts(JsonObject schema, String name) {
        return schema.containsKey(name) ? schema.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    private void note(boolean holds, String path, String otherwise) {
        if (!holds) {
            faults.add(path + " " + otherwise);
        }
    }
}
