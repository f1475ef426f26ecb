package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * An answer over HTTP.
 *
 * @param asked method and path, for messages
 */
record Reply(String asked, int status, HttpHeaders headers, String body) {

    static Reply of(HttpResponse<String> response) {
        String asked =
                response.request().method() + " " + response.request().uri().getRawPath();
        return new Reply(asked, response.statusCode(), response.headers(), response.body());
    }

    /** Fails with the body in the message when the status is another. */
    Reply expect(int expected) {
        assertThat(status).as("%s answered %s", asked, body).isEqualTo(expected);
        return this;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    JsonObject json() {
        return Json.read(body).asJsonObject();
    }

    /** The value that a JSON Pointer (RFC 6901) leads to; {@link JsonValue#NULL} where there is none. */
    JsonValue at(String pointer) {
        return at(json(), pointer);
    }

    /** The text that a JSON Pointer leads to; null where there is none. */
    String text(String pointer) {
        return text(at(pointer));
    }

    long number(String pointer) {
        return ((JsonNumber) at(pointer)).longValueExact();
    }

    List<JsonObject> objects(String pointer) {
        return objects(at(pointer));
    }

    static JsonValue at(JsonStructure json, String pointer) {
        var path = jakarta.json.Json.createPointer(pointer);
        return path.containsValue(json) ? path.getValue(json) : JsonValue.NULL;
    }

    static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value == JsonValue.NULL ? null : value.toString();
    }

    static List<JsonObject> objects(JsonValue value) {
        return value instanceof JsonArray array ? array.getValuesAs(JsonObject.class) : List.of();
    }
}
