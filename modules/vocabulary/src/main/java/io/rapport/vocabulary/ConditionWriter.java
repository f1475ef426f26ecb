package io.rapport.vocabulary;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/** Writes conditions as JSON, as {@link ConditionReader} reads them; labels by id. */
public final class ConditionWriter implements Condition.Visitor<JsonObject> {

    private static final JsonProvider VALUES = JsonProvider.provider();
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final ConditionWriter WRITER = new ConditionWriter();

    private ConditionWriter() {}

    public static JsonObject write(Condition condition) {
        return condition.accept(WRITER);
    }

    @Override
    public JsonObject all(Condition.All all) {
        return group("all", all.of());
    }

    @Override
    public JsonObject any(Condition.Any any) {
        return group("any", any.of());
    }

    @Override
    public JsonObject not(Condition.Not not) {
        return JSON.createObjectBuilder().add("not", write(not.of())).build();
    }

    @Override
    public JsonObject test(Condition.Test test) {
        JsonObject bare = JSON.createObjectBuilder()
                .add("field", test.field().token())
                .add("op", test.operator().token())
                .build();
        return switch (test.operator().arity()) {
            case NONE -> bare;
            case ONE -> with(bare, operand(test.operands().get(0)));
            case SEVERAL, RANGE -> with(bare, operands(test.operands()));
        };
    }

    private static JsonObject with(JsonObject bare, JsonValue value) {
        return JSON.createObjectBuilder(bare).add("value", value).build();
    }

    private static JsonValue operands(List<Operand> operands) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        operands.forEach(operand -> array.add(operand(operand)));
        return array.build();
    }

    private static JsonValue operand(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return VALUES.createValue(text.typed());
        }
        if (operand instanceof Operand.Number number) {
            return VALUES.createValue(number.value());
        }
        if (operand instanceof Operand.Flag flag) {
            return flag.value() ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (operand instanceof Operand.Amount amount) {
            return JSON.createObjectBuilder()
                    .add("amount", amount.money().amount())
                    .add("currency", amount.money().currency())
                    .build();
        }
        return VALUES.createValue(
                operand instanceof Operand.Label label ? label.id().toString() : operand.toString());
    }

    private static JsonObject group(String word, List<Condition> conditions) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        conditions.forEach(condition -> array.add(write(condition)));
        return JSON.createObjectBuilder().add(word, array).build();
    }
}
