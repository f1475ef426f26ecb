package io.rapport.tests;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what a description of an API (OpenAPI 3.0) leaves open, each by the path to it. */
final class Untyped {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> OF_A_SCHEMA =
            Set.of("type", "$ref", "oneOf", "allOf", "anyOf", "properties", "items");

    private final JsonObject contract;
    private final List<String> found = new ArrayList<>();

    private Untyped(JsonObject contract) {
        this.contract = contract;
    }

    static List<String> in(JsonObject contract) {
        Untyped untyped = new Untyped(contract);
        contract.getJsonObject("paths")
                .forEach((path, calls) -> calls.asJsonObject()
                        .forEach((method, call) ->
                                untyped.call(call.asJsonObject(), method.toUpperCase() + " " + path)));
        untyped.schemas(contract, "contract");
        return untyped.found;
    }

    private void call(JsonObject call, String name) {
        if (call.containsKey("requestBody")) {
            content(call.getJsonObject("requestBody"), name + " body");
        }
        JsonObject answers = call.getJsonObject("responses");
        answers.forEach((status, answer) -> answer(answer.asJsonObject(), status, name + " " + status));
        note(answers.containsKey("default"), name + " does not say how else it is refused");
    }

    private void answer(JsonObject answer, String status, String name) {
        note(answer.containsKey("content") != status.equals("204"), name + " has no body, or has one for no content");
        content(answer, name);
        if (!status.startsWith("2") && answer.containsKey("content")) {
            boolean problem = answer.getJsonObject("content").keySet().equals(Set.of("application/problem+json"));
            note(problem, name + " is no Problem");
        }
    }

    /** Bodies are named, so that a generated client has a type of that name. */
    private void content(JsonObject holder, String name) {
        if (holder.containsKey("content")) {
            holder.getJsonObject("content")
                    .forEach((type, body) -> note(
                            body.asJsonObject().getJsonObject("schema").containsKey("$ref"),
                            name + " as " + type + " has no named schema"));
        }
    }

    private void schemas(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            object.forEach((name, part) -> {
                if (isSchema(path, name, part)) {
                    schema(part.asJsonObject(), path + "/" + name);
                }
                schemas(part, path + "/" + name);
            });
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                schemas(array.get(i), path + "/" + i);
            }
        }
    }

    private static boolean isSchema(String path, String name, JsonValue part) {
        boolean named = Set.of("schema", "items", "additionalProperties").contains(name);
        boolean member = path.endsWith("/properties") || path.equals("contract/components/schemas");
        return part instanceof JsonObject && (named && !path.endsWith("/properties") || member);
    }

    private void schema(JsonObject schema, String path) {
        note(schema.keySet().stream().anyMatch(OF_A_SCHEMA::contains), path + " may be anything");
        if (schema.get("type") instanceof JsonString type && type.getString().equals("object")) {
            boolean told = schema.containsKey("properties") || schema.containsKey("additionalProperties");
            note(told, path + " is any object");
        }
        if (schema.get("$ref") instanceof JsonString ref) {
            String name = ref.getString().replace(SCHEMAS, "");
            boolean known = contract.getJsonObject("components")
                    .getJsonObject("schemas")
                    .containsKey(name);
            note(known, path + " refers to " + name + ", which is not there");
        }
    }

    private void note(boolean holds, String otherwise) {
        if (!holds) {
            found.add(otherwise);
        }
    }
}
