package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeType;
import io.rapport.events.LabelId;
import io.rapport.events.Subject;
import io.rapport.vocabulary.Condition;
import io.rapport.vocabulary.Field;
import io.rapport.vocabulary.FieldValue;
import io.rapport.vocabulary.FieldValues;
import io.rapport.vocabulary.Fields;
import io.rapport.vocabulary.Operand;
import io.rapport.vocabulary.Operator;
import io.rapport.vocabulary.Use;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Builds rules for tests. */
final class Rules {

    static final Fields FIELDS = new Fields(new AttributesInMemory()
            .with(Subject.Kind.CONVERSATION, "total", AttributeType.CURRENCY)
            .with(Subject.Kind.CONTACT, "birthday", AttributeType.DATE)
            .with(Subject.Kind.CONTACT, "renewal", AttributeType.DATE_TIME)
            .with(Subject.Kind.CONTACT, "interests", AttributeType.MULTI_LIST, "Tea", "Trà đá", "Coffee"));
    static final Field TEXT = field(Field.MESSAGE_TEXT);

    private Rules() {}

    static Field field(String token) {
        return FIELDS.find(token).orElseThrow();
    }

    static Rule rule(String name, Condition when) {
        return rule(name, when, false);
    }

    static Rule stopping(String name, Condition when) {
        return rule(name, when, true);
    }

    private static Rule rule(String name, Condition when, boolean stop) {
        Action action = new Action(true, new LabelId(new UUID(7, 1)), Subject.Kind.CONVERSATION);
        UUID id = UUID.nameUUIDFromBytes(name.getBytes());
        return new Rule(id, name, "", Use.MESSAGE_RECEIVED, true, stop, when, List.of(action));
    }

    static Condition messageContains(String text) {
        return test(TEXT, Operator.CONTAINS, new Operand.Text(text));
    }

    static Condition test(Field field, Operator operator, Operand... operands) {
        return new Condition.Test(field, operator, List.of(operands));
    }

    static FieldValues message(String text) {
        return new FieldValues(Map.of(TEXT.token(), FieldValue.text(text)));
    }
}
