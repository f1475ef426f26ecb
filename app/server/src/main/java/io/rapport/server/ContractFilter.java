package io.rapport.server;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Mends the API's description where Payara draws it wrong from the classes. */
public class ContractFilter implements OASFilter {

    /** By the name of one of Java's own types, the format of the text that it is sent as. */
    private static final Map<String, String> FORMATS = Map.of("UUID", "uuid", "Instant", "date-time");

    private static final String AGENTS = "/api/v1/";

    /** Calls of agents that nobody need be known for. */
    private static final Set<String> OPEN = Set.of("sign-in", "sign-out", "password", "first-administrator");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(AGENTS) && !OPEN.contains(path.substring(AGENTS.length()))) {
                item.getOperations().values().forEach(ContractFilter::guard);
            }
        });
        contract.getComponents().getSchemas().forEach((name, schema) -> {
            if (FORMATS.containsKey(name)) {
                schema.type(Schema.SchemaType.STRING).format(FORMATS.get(name));
            }
        });
    }

    /** Either will do; what a token may not call says so when it is called. */
    private static void guard(Operation operation) {
        operation
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(AgentApi.TOKEN))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(AgentApi.SIGN_IN));
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
