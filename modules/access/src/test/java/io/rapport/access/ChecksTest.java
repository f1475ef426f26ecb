package io.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private final Checks checks = new Checks();

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        checks.text("name", null, 1, 100);
        checks.email("email", "nobody");
        checks.uuid("id", "1-1-1-1-1");
        checks.number("order", 11, 0, 10);
        checks.oneOf("role", "boss", Map.of("agent", Role.AGENT));
        checks.atMost("labels", List.of(1, 2, 3), 2);

        Problem problem = catchThrowableOfType(Problem.class, checks::orThrow);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .extracting(FieldError::field)
                .containsExactly("name", "email", "id", "order", "role", "labels");
    }

    @Test
    void rightFieldsAreAnsweredAndNothingIsThrown() {
        UUID id = UUID.randomUUID();

        assertThat(checks.text("name", "  Mai \t", 1, 100)).isEqualTo("Mai");
        assertThat(checks.email("email", " Mai@Example.org ")).isEqualTo("Mai@Example.org");
        assertThat(checks.uuid("id", id.toString())).isEqualTo(id);
        assertThat(checks.number("order", 10, 0, 10)).isEqualTo(10);
        assertThat(checks.oneOf("role", "agent", Map.of("agent", Role.AGENT))).isEqualTo(Role.AGENT);
        checks.that(true, "name", "never told").orThrow();
    }

    @Test
    void optionalFieldsMayBeAbsentOrBlank() {
        assertThat(checks.optionalText("name", "  ", 10)).isNull();
        assertThat(checks.optionalLines("note", null, 10)).isNull();
        assertThat(checks.optionalEmail("email", "")).isNull();
        assertThat(checks.optionalUuid("id", null)).isNull();
        checks.orThrow();
    }

    @Test
    void lengthsAreCountedInCodePointsAsTheDatabaseDoes() {
        checks.text("name", "😀".repeat(100), 1, 100);
        checks.orThrow();

        checks.text("name", "😀".repeat(101), 1, 100);
        assertThat(checks.errors()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u007fb", "a\u0085b", "a\nb", "a\tb", "a\ud83d", "\ude00b"})
    void oneLineHoldsNeitherControlCharactersNorHalfCharacters(String text) {
        assertThat(checks.text("name", text, 1, 100)).isNull();
        assertThat(checks.errors()).extracting(FieldError::field).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\ud83d"})
    void severalLinesHoldNoneEither(String text) {
        assertThat(checks.lines("text", text, 1, 100)).isNull();
        assertThat(checks.errors()).hasSize(1);
    }

    @Test
    void severalLinesKeepTabsSpacesAndLineEndsOfOneKind() {
        assertThat(checks.lines("text", " a\r\n\tb\rc\n", 1, 100)).isEqualTo(" a\n\tb\nc\n");
        checks.orThrow();
    }

    @Test
    void blankTextIsNoText() {
        checks.lines("text", " \n ", 1, 100);
        checks.text("name", "  ", 1, 100);

        assertThat(checks.errors()).extracting(FieldError::message).containsOnly("is required");
    }

    @Test
    void aSecretKeepsItsSpaces() {
        assertThat(checks.secret("password", " twelve chars ", 12, 200)).isEqualTo(" twelve chars ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mai@example.org", "a+b@localhost", "nguyễn@ví-dụ.vn", "o'neil@a.b.c"})
    void emailAddressesAreAcceptedAsBrowsersDo(String email) {
        assertThat(TextRules.isEmail(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "mai", "@example.org", "mai@", "a@b@c", "a b@c.d", "a@b..c", "a@.b", "a@b.", "a\u0000@b.c"})
    void whatIsNoEmailAddressIsRefused(String text) {
        assertThat(TextRules.isEmail(text)).isFalse();
    }

    @Test
    void aVeryLongEmailAddressIsRefusedQuickly() {
        assertThat(TextRules.isEmail("a@" + "b.".repeat(500_000) + "c")).isFalse();
    }

    @Test
    void aRequestWithoutABodyIsABadRequest() {
        assertThatThrownBy(() -> Checks.body(null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }
}
