package io.rapport.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Mends the API's description where Payara draws it wrong from the classes, and adds what holds for every call: closed
 * lists of words, what may be null, who may call, how it is refused.
 */
public class ContractFilter implements OASFilter {

    /** Of things with ids, by the name of the path's variable. */
    private static final Set<String> IDS = Set.of("id", "label", "secret");

    private static final BigDecimal LARGEST_PAGE = BigDecimal.valueOf(100);

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        ContractWords.BY_SCHEMA.forEach(
                (name, words) -> contract.getComponents().addSchema(name, oneOf(words)));
        contract.getComponents().getSchemas().values().forEach(ContractFilter::mendMembers);
        Map<String, PathItem> paths = new TreeMap<>();
        contract.getPaths().getPathItems().forEach((path, item) -> paths.put(withoutPatterns(path), item));
        contract.getPaths().setPathItems(paths);
        paths.forEach((path, item) ->
                item.getOperations().values().forEach(operation -> new ContractCall(path, operation).complete()));
    }

    /** Names of methods repeat from class to class, ids of operations may not (OpenAPI 3.0, Operation Object). */
    @Override
    public Operation filterOperation(Operation operation) {
        return operation.operationId(null);
    }

    /** Most parameters are texts in Java, checked by hand so that a wrong one is answered 422; a UUID is drawn as an object. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (parameter.getIn() == Parameter.In.PATH && schema.getType() == SchemaType.NUMBER) {
            return parameter.schema(wholeNumber());
        }
        if (parameter.getIn() == Parameter.In.PATH && IDS.contains(parameter.getName())) {
            return parameter.schema(OASFactory.createSchema().ref("UUID"));
        }
        if ("limit".equals(parameter.getName())) {
            return parameter.schema(pageSize(schema.getDefaultValue()));
        }
        return parameter;
    }

    /** An annotation's defaults are no limits. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (Objects.equals(schema.getMaxProperties(), 0)) {
            schema.maxProperties(null).minProperties(null).minLength(null);
            schema.exclusiveMinimum(null).exclusiveMaximum(null).uniqueItems(null);
            schema.nullable(null).deprecated(null).readOnly(null).writeOnly(null);
        }
        return schema;
    }

    private static Schema oneOf(List<String> words) {
        return OASFactory.createSchema().type(SchemaType.STRING).enumeration(List.copyOf(words));
    }

    /**
     * The API's own numbers are whole ones, though Java's {@code long} is drawn as any number. Every member is written, and
     * one that is absent is read as null: what is not required may be null.
     */
    private static void mendMembers(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = Objects.requireNonNullElse(schema.getRequired(), List.of());
        Map<String, Schema> members = new TreeMap<>(schema.getProperties());
        members.replaceAll((name, member) -> member.getType() == SchemaType.NUMBER ? wholeNumber() : member);
        members.replaceAll((name, member) -> required.contains(name) ? member : orNull(member));
        schema.setProperties(members);
    }

    private static Schema wholeNumber() {
        return OASFactory.createSchema().type(SchemaType.INTEGER).format("int64");
    }

    private static Schema orNull(Schema member) {
        return member.getRef() == null
                ? member.nullable(true)
                : OASFactory.createSchema().nullable(true).addAllOf(member);
    }

    private static Schema pageSize(Object usual) {
        return OASFactory.createSchema()
                .type(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(LARGEST_PAGE)
                .defaultValue(Integer.valueOf(usual.toString()));
    }

    /** {@code {id: \d+}} is Jakarta's way to write {@code {id}}. */
    private static String withoutPatterns(String path) {
        return path.replaceAll("\\{(\\w+)\\s*:([^{}]|\\{[^{}]*})*}", "{$1}");
    }
}
