package io.rapport.vocabulary;

import io.rapport.labels.LabelCatalogue;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads the values that a test compares with, by the type of its field. */
final class OperandReader {

    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x9F\\p{Cs}]");
    private static final int FEW = 12;

    private final LabelReader labels;

    OperandReader(LabelCatalogue labels) {
        this.labels = new LabelReader(labels);
    }

    /** The values, none for an operator without; null when findings were refused. */
    List<Operand> read(JsonValue json, String path, Field field, Operator operator, Findings findings) {
        boolean absent = json == null || json == JsonValue.NULL;
        return switch (operator.arity()) {
            case NONE -> absent ? List.of() : findings.refuse(path, operator.token() + " takes no value");
            case ONE -> single(absent ? null : json, path, field, operator, findings);
            case SEVERAL, RANGE -> several(absent ? null : json, path, field, operator, findings);
        };
    }

    private List<Operand> single(JsonValue json, String path, Field field, Operator operator, Findings findings) {
        Operand operand = operand(json, path, field, operator, findings);
        return operand == null ? null : List.of(operand);
    }

    private List<Operand> several(JsonValue json, String path, Field field, Operator operator, Findings findings) {
        boolean range = operator.arity() == Operator.Arity.RANGE;
        if (!(json instanceof JsonArray array)) {
            return findings.refuse(path, "must be an array of " + (range ? "two values, the lower first" : "values"));
        }
        if (range ? array.size() != 2 : array.isEmpty() || array.size() > ConditionReader.MOST_VALUES) {
            return findings.refuse(
                    path, "must have " + (range ? "2" : "1 to " + ConditionReader.MOST_VALUES) + " values");
        }
        List<Operand> read = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            read.add(operand(array.get(i), path + "[" + i + "]", field, operator, findings));
        }
        if (read.stream().anyMatch(Objects::isNull)) {
            return null;
        }
        return range ? inOrder(read, path, field, findings) : read;
    }

    private static List<Operand> inOrder(List<Operand> range, String path, Field field, Findings findings) {
        Operand low = range.get(0);
        Operand high = range.get(1);
        if (low instanceof Operand.Amount one
                && high instanceof Operand.Amount other
                && !one.money().currency().equals(other.money().currency())) {
            return findings.refuse(path, "must have two amounts in one currency");
        }
        boolean reversed = low.measure(field.type()).compareTo(high.measure(field.type())) > 0;
        return reversed ? findings.refuse(path, "must have the lower value first") : range;
    }

    private Operand operand(JsonValue json, String path, Field field, Operator operator, Findings findings) {
        if (json == null || json == JsonValue.NULL) {
            return findings.refuse(path, "is required");
        }
        return switch (field.type()) {
            case TEXT -> text(json, path, operator, findings);
            case CHOICE, CHOICES -> choice(json, path, field, operator, findings);
            case NUMBER -> number(json, path, findings);
            case CURRENCY -> MeasureReader.amount(json, path, findings);
            case DATE, DATE_TIME -> time(json, path, field.type(), operator, findings);
            case BOOLEAN -> flag(json, path, findings);
            case LABELS ->
                operator == Operator.HAS_LABEL ? label(json, path, findings) : text(json, path, operator, findings);
        };
    }

    private static Operand text(JsonValue json, String path, Operator operator, Findings findings) {
        if (!(json instanceof JsonString string)) {
            return findings.refuse(path, "must be a text");
        }
        String typed = string.getString();
        if (typed.codePointCount(0, typed.length()) > ConditionReader.LONGEST_VALUE) {
            return findings.refuse(path, "must have 1 to " + ConditionReader.LONGEST_VALUE + " characters");
        }
        if (UNKEEPABLE.matcher(typed).find()) {
            return findings.refuse(path, "must not contain control characters or half characters");
        }
        String folded = Folding.fold(typed);
        if (folded.isBlank()) {
            return findings.refuse(path, "must have something to compare: letters, digits or signs");
        }
        if (operator == Operator.CONTAINS_WORD && Folding.words(folded).isBlank()) {
            return findings.refuse(path, "must have a letter or a digit; 'contains' looks for signs");
        }
        return new Operand.Text(typed);
    }

    private static Operand choice(JsonValue json, String path, Field field, Operator operator, Findings findings) {
        Operand operand = text(json, path, operator, findings);
        if (!(operand instanceof Operand.Text text) || field.options().isEmpty()) {
            return operand;
        }
        boolean offered = field.options().stream().map(Folding::fold).anyMatch(text.folded()::equals);
        if (offered) {
            return operand;
        }
        String message = Shortened.quoted(text.typed()) + " is no value of " + field.phrase() + offer(field, text);
        return findings.refuse(path, message);
    }

    private static String offer(Field field, Operand.Text text) {
        return field.options().size() <= FEW
                ? "; one of " + String.join(", ", field.options()) + " is"
                : Nearest.hint(Nearest.to(text.typed(), field.options().stream()));
    }

    private static Operand number(JsonValue json, String path, Findings findings) {
        if (!(json instanceof JsonNumber number)) {
            return findings.refuse(path, "must be a number");
        }
        BigDecimal value = number.bigDecimalValue();
        return Decimals.isWritable(value)
                ? new Operand.Number(value)
                : findings.refuse(path, "must have at most " + Decimals.MOST_DIGITS + " digits on each side");
    }

    private static Operand time(JsonValue json, String path, ValueType type, Operator operator, Findings findings) {
        if (operator == Operator.IN_THE_LAST) {
            return MeasureReader.span(json, path, type, findings);
        }
        return type == ValueType.DATE
                ? MeasureReader.day(json, path, findings)
                : MeasureReader.moment(json, path, findings);
    }

    private static Operand flag(JsonValue json, String path, Findings findings) {
        return switch (json.getValueType()) {
            case TRUE -> new Operand.Flag(true);
            case FALSE -> new Operand.Flag(false);
            default -> findings.refuse(path, "must be true or false");
        };
    }

    private Operand label(JsonValue json, String path, Findings findings) {
        if (!(json instanceof JsonString string)) {
            return findings.refuse(path, "must be a label's id or name");
        }
        return labels.read(string.getString(), path, findings)
                .map(card -> new Operand.Label(card.id()))
                .orElse(null);
    }
}
