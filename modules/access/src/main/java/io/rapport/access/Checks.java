package io.rapport.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with a request's fields, so that the answer names all of them at once.
 *
 * <pre>{@code
 * Checks checks = new Checks();
 * String name = checks.text("name", body.name(), 1, 100);
 * String email = checks.email("email", body.email());
 * checks.orThrow();
 * }</pre>
 *
 * <p>Each check answers the value to go on with; where it found something wrong it answers null, and {@link #orThrow()}
 * refuses. Absent optional values are null, too. Lengths are in code points, limits included.
 */
public final class Checks {

    private static final Pattern CANONICAL_UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    /** What fits into a long. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private static final String REQUIRED = "is required";

    private final List<FieldError> errors = new ArrayList<>();

    /** The request's body; throws the 400 {@link Problem} when there is none. */
    public static <T> T body(T body) {
        if (body == null) {
            throw Problem.badRequest("The request needs a JSON object as its body.");
        }
        return body;
    }

    /**
     * One line of text, required where {@code least} is at least 1; answered without white space around it.
     *
     * @param value may be null
     */
    public String text(String field, String value, int least, int most) {
        return checked(field, value == null ? null : value.strip(), least, most, false);
    }

    /** One line of text that may be absent or blank (answered as null); else as {@link #text}. */
    public String optionalText(String field, String value, int most) {
        return value == null || value.isBlank() ? null : text(field, value, 1, most);
    }

    /**
     * Text of several lines, required and not blank where {@code least} is at least 1; tabs and line ends are allowed;
     * answered as typed, with every line end as {@code \n}.
     *
     * @param value may be null
     */
    public String lines(String field, String value, int least, int most) {
        if (least > 0 && value != null && value.isBlank()) {
            return refuse(field, REQUIRED);
        }
        return checked(field, value == null ? null : TextRules.withPlainLineEnds(value), least, most, true);
    }

    /** Text of several lines that may be absent or blank (answered as null); else as {@link #lines}. */
    public String optionalLines(String field, String value, int most) {
        return value == null || value.isBlank() ? null : lines(field, value, 1, most);
    }

    /** One line kept exactly as typed, white space around it included: a password, a token. Required. */
    public String secret(String field, String value, int least, int most) {
        return checked(field, value, least, most, false);
    }

    /** An e-mail address, required; answered as typed, without white space around it. */
    public String email(String field, String value) {
        if (value == null || value.isBlank()) {
            return refuse(field, REQUIRED);
        }
        String email = value.strip();
        return TextRules.isEmail(email) ? email : refuse(field, "must be an e-mail address");
    }

    /** An e-mail address that may be absent or blank (answered as null). */
    public String optionalEmail(String field, String value) {
        return value == null || value.isBlank() ? null : email(field, value);
    }

    /** A UUID in its canonical form of 36 characters (RFC 9562), required. */
    public UUID uuid(String field, String value) {
        if (value == null) {
            return refuse(field, REQUIRED);
        }
        return CANONICAL_UUID.matcher(value).matches() ? UUID.fromString(value) : refuse(field, "must be a UUID");
    }

    /** A UUID that may be absent (null). */
    public UUID optionalUuid(String field, String value) {
        return value == null ? null : uuid(field, value);
    }

    /** One of the known words, required; answered as what the word stands for. */
    public <T> T oneOf(String field, String value, Map<String, T> known) {
        if (value == null) {
            return refuse(field, REQUIRED);
        }
        return Optional.ofNullable(known.get(value))
                .orElseGet(() -> refuse(
                        field,
                        "must be one of "
                                + String.join(
                                        ", ", known.keySet().stream().sorted().toList())));
    }

    /** A whole number within limits, both included, required. */
    public Integer number(String field, Integer value, int least, int most) {
        if (value == null) {
            return refuse(field, REQUIRED);
        }
        return value >= least && value <= most ? value : refuse(field, "must be from " + least + " to " + most);
    }

    /** A whole number written in digits, within limits, both included; null is answered as null. */
    public Long digits(String field, String value, long least, long most) {
        if (value == null) {
            return null;
        }
        boolean digits = DIGITS.matcher(value).matches();
        long number = digits ? Long.parseLong(value) : 0;
        return digits && number >= least && number <= most
                ? number
                : refuse(field, "must be a whole number from " + least + " to " + most);
    }

    /** Something that must be there. */
    public <T> T present(String field, T value) {
        return value == null ? refuse(field, REQUIRED) : value;
    }

    /** A list or map's keys of bounded size; null counts as empty and is answered as null. */
    public <C extends Collection<?>> C atMost(String field, C values, int most) {
        return values == null || values.size() <= most ? values : refuse(field, "must have at most " + most + " items");
    }

    /** A rule of the caller's own: where it does not hold, the field is refused with that message. */
    public Checks that(boolean holds, String field, String message) {
        if (!holds) {
            refuse(field, message);
        }
        return this;
    }

    /** Refuses a field; always answers null, so that a check can return it. */
    public <T> T refuse(String field, String message) {
        errors.add(new FieldError(field, message));
        return null;
    }

    /** What was found wrong so far, in the order of the checks. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Throws a 422 {@link Problem} that names every refused field; does nothing when all was well. */
    public void orThrow() {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private String checked(String field, String value, int least, int most, boolean severalLines) {
        if (value == null || value.isEmpty()) {
            return least > 0 ? refuse(field, REQUIRED) : value;
        }
        int length = TextRules.length(value);
        if (length < least || length > most) {
            return refuse(field, "must have " + least + " to " + most + " characters");
        }
        Optional<String> fault = severalLines ? TextRules.faultOfLines(value) : TextRules.faultOfLine(value);
        return fault.isPresent() ? refuse(field, fault.get()) : value;
    }
}
