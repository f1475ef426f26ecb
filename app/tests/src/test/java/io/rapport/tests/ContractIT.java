package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the console was built against is what the server offers. */
@ExtendWith(SharedRapport.class)
class ContractIT {
    static final Path COMMITTED = Path.of("../../modules/console/src/main/web/api/openapi.json");

    private final Running rapport;

    ContractIT(Running rapport) {
        this.rapport = rapport;
    }

    @Test
    void theCommittedContractIsTheServers() throws IOException {
        String served = text(rapport.anybody()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200)
                .json());
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(Files.readString(COMMITTED))
                .as(
                        "The server's API is another than %s says, which the console's types are made from. Run this test"
                                + " with -Dopenapi.write=true to write it anew, then build the console.",
                        COMMITTED.normalize())
                .isEqualTo(served);
    }

    /** The same text whatever order the server found its classes in, and whichever address it listens on. */
    private static String text(JsonObject contract) {
        JsonObject lasting = jakarta.json.Json.createObjectBuilder(contract)
                .remove("servers")
                .build();
        var text = new StringWriter();
        try (var writer = jakarta.json.Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(sorted(lasting).asJsonObject());
        }
        return text.toString().strip() + "\n";
    }

    private static JsonValue sorted(JsonValue value) {
        if (value instanceof JsonObject object) {
            var builder = jakarta.json.Json.createObjectBuilder();
            new TreeMap<>(object).forEach((name, part) -> builder.add(name, sorted(part)));
            return builder.build();
        }
        if (value instanceof JsonArray array) {
            var builder = jakarta.json.Json.createArrayBuilder();
            array.forEach(part -> builder.add(sorted(part)));
            return builder.build();
        }
        return value;
    }
}
