package io.rapport.desk.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.access.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorReadsBackToTheMicrosecond() {
        Cursor cursor = new Cursor(Instant.parse("2026-11-22T15:03:01.324435Z"), UUID.randomUUID());
        assertThat(Cursor.of(cursor.toString())).isEqualTo(cursor);
        Cursor old = new Cursor(Instant.parse("1969-12-31T23:59:59.999999Z"), UUID.randomUUID());
        assertThat(Cursor.of(old.toString())).isEqualTo(old);
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertThat(Cursor.of(null)).isNull();
        assertThat(Cursor.of("")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "_", "1_2", "' or 1=1 --", "zzzzzzzzzzzzzzzzzz_00000000-0000-0000-0000-000000000000"})
    void whatNoPageEverGaveOutIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.of(text))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }
}
