package io.rapport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWritingTest {

    /** A body as resources take and give it. */
    public record Body(Boolean wanted, boolean shown, String text) {}

    private final Jsonb json = new JsonWriting().getContext(Body.class);

    @Test
    void trueFalseAndNothingAreReadAsSent() {
        assertThat(json.fromJson("{\"wanted\":true,\"text\":\"a\"}", Body.class))
                .isEqualTo(new Body(true, false, "a"));
        assertThat(json.fromJson("{\"wanted\":false}", Body.class)).isEqualTo(new Body(false, false, null));
        assertThat(json.fromJson("{\"wanted\":null}", Body.class)).isEqualTo(new Body(null, false, null));
    }

    @Test
    void yesAndNoAreWrittenAsTrueAndFalse() {
        assertThat(json.toJson(new Body(true, true, null))).isEqualTo("{\"shown\":true,\"text\":null,\"wanted\":true}");
        assertThat(json.toJson(new Body(null, false, "a")))
                .isEqualTo("{\"shown\":false,\"text\":\"a\",\"wanted\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "\"true\"", "1", "[]", "{}"})
    void nothingElseIsTakenForYesOrNo(String value) {
        assertThatThrownBy(() -> json.fromJson("{\"wanted\":" + value + "}", Body.class))
                .isInstanceOf(JsonbException.class);
    }
}
