package io.rapport.server;

import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Mends the API's description where Payara draws it wrong from the classes. */
public class ContractFilter implements OASFilter {

    /** By the name of one of Java's own types, the format of the text that it is sent as. */
    private static final Map<String, String> FORMATS = Map.of("UUID", "uuid", "Instant", "date-time");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            if (FORMATS.containsKey(name)) {
                schema.type(Schema.SchemaType.STRING).format(FORMATS.get(name));
            }
        });
    }

    /** Names of methods repeat from class to class, ids of operations may not (OpenAPI 3.0, Operation Object). */
    @Override
    public Operation filterOperation(Operation operation) {
        return operation.operationId(null);
    }

    /** An annotation's default is no limit. */
    @Override
    public Schema filterSchema(Schema schema) {
        return Objects.equals(schema.getMaxProperties(), 0) ? schema.maxProperties(null) : schema;
    }
}
