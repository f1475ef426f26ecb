package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client can be generated from the committed contract: nothing in it is left open. */
class ContractTest {

    @Test
    void everythingInTheContractHasAType() throws IOException {
        assertThat(Untyped.in(read(Files.readString(ContractIT.COMMITTED))))
                .as("name a schema: @APIResponse, @RequestBody or @Schema(ref = …) says it where the type does not")
                .isEmpty();
    }

    @Test
    void anAnswerThatMayBeAnythingIsFound() {
        assertThat(untyped("'200': {'content': {'application/json': {'schema': {'type': 'object'}}}}"))
                .anyMatch(found -> found.startsWith("GET /things 200") && found.endsWith("has no named schema"))
                .anyMatch(found -> found.endsWith("is any object"));
    }

    @Test
    void anAnswerWithoutABodyIsFound() {
        assertThat(untyped("'200': {}")).anyMatch(found -> found.startsWith("GET /things 200 has no body"));
    }

    @Test
    void aRefusalThatIsNoProblemIsFound() {
        assertThat(untyped(
                        "'409': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Thing'}}}}"))
                .containsExactly("GET /things 409 is no Problem");
    }

    @Test
    void aParameterThatMayBeAnythingIsFound() {
        assertThat(untyped("'204': {}", "{'name': 'id', 'in': 'path', 'schema': {'type': 'object'}}"))
                .anyMatch(found -> found.contains("parameters/0/schema is any object"));
    }

    @Test
    void aMissingSchemaIsFound() {
        assertThat(untyped(
                        "'200': {'content': {'application/json': {'schema': {'$ref': '#/components/schemas/Gone'}}}}"))
                .anyMatch(found -> found.endsWith("refers to Gone, which is not there"));
    }

    private static List<String> untyped(String answer) {
        return untyped(answer, "");
    }

    private static List<String> untyped(String answer, String parameter) {
        return Untyped.in(read("""
                {'paths': {'/things': {'get': {'parameters': [%s], 'responses': {%s, 'default': {'content': {'application/problem+json':
                    {'schema': {'$ref': '#/components/schemas/Thing'}}}}}}}},
                 'components': {'schemas': {'Thing': {'type': 'string'}}}}
                """.formatted(parameter, answer).replace('\'', '"')));
    }

    private static JsonObject read(String json) {
        try (var reader = jakarta.json.Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
